package io.marketplace.gateway.snapshot;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application's right to a tier.
 *
 * @param until when it ends; null: open-ended
 * @param budget its monthly budget
 */
public record Grant(String tier, boolean suspended, @Nullable Instant until, BudgetRef budget) {

  /** Whether it opens the tier at {@code now}. */
  public boolean opens(Instant now) {
    return !suspended && (until == null || now.isBefore(until));
  }
}

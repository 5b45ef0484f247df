package io.marketplace.gateway.snapshot;

import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application's right to a tier.
 *
 * @param sensitivity of the data it was given for: the least that its calls count as
 * @param until when it ends; null: open-ended
 * @param budget its monthly budget
 */
public record Grant(
    String tier,
    Sensitivity sensitivity,
    boolean suspended,
    @Nullable Instant until,
    BudgetRef budget) {

  /** Whether it opens the tier at {@code now}. */
  public boolean opens(Instant now) {
    return !suspended && (until == null || now.isBefore(until));
  }
}

package io.marketplace.model.keys;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.quota.BudgetTerms;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a key shall be able to do.
 *
 * @param name what to show, 1 to 80 characters
 * @param scope what it reaches
 * @param expiresAt when it ends; empty: with its grants
 * @param attribution what its calls are booked under, whatever their headers say
 * @param budget what it may spend in a period; empty: what its grants and other budgets allow
 */
public record KeyWish(
    String name,
    KeyScope scope,
    Optional<Instant> expiresAt,
    PinnedAttribution attribution,
    Optional<BudgetTerms> budget) {

  /** Checks the name. */
  public KeyWish {
    name = Input.line("name", name, 80);
  }

  /** A key for {@code tiers} without any narrowing, pinning or budget of its own. */
  public static KeyWish of(String name, Set<Tier> tiers) {
    return new KeyWish(
        name, KeyScope.of(tiers), Optional.empty(), PinnedAttribution.NONE, Optional.empty());
  }

  /** This, booked under {@code value}. */
  public KeyWish withAttribution(PinnedAttribution value) {
    return new KeyWish(name, scope, expiresAt, value, budget);
  }

  /** This with a budget of its own. */
  public KeyWish withBudget(BudgetTerms value) {
    return new KeyWish(name, scope, expiresAt, attribution, Optional.of(value));
  }
}

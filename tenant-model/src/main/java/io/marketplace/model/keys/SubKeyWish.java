package io.marketplace.model.keys;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.quota.BudgetTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a sub-key shall be able to do; what is empty is as the parent's.
 *
 * @param name what to show, 1 to 80 characters
 * @param tiers some of the parent's tiers
 * @param aliases some of the parent's aliases
 * @param providers some of the parent's providers
 * @param jurisdictions some of the parent's jurisdictions
 * @param highest at most the parent's highest sensitivity
 * @param networks networks within the parent's
 * @param labelValues at most the parent's
 * @param expiresAt no later than the parent
 * @param attribution whom it is for: an agent, a customer or both, besides what the parent pins
 * @param budget what it may spend in a period; empty: what its parent's and other budgets allow
 */
public record SubKeyWish(
    String name,
    Optional<Set<Tier>> tiers,
    Optional<List<String>> aliases,
    Optional<List<String>> providers,
    Optional<List<String>> jurisdictions,
    Optional<Sensitivity> highest,
    Optional<Networks> networks,
    Optional<Integer> labelValues,
    Optional<Instant> expiresAt,
    PinnedAttribution attribution,
    Optional<BudgetTerms> budget) {

  /** Checks that somebody is named. */
  public SubKeyWish {
    name = Input.line("name", name, 80);
    tiers = tiers.map(Set::copyOf);
    if (attribution.agent().isEmpty() && attribution.customer().isEmpty()) {
      throw Input.invalid("attribution", "A sub-key must be for an agent or a customer: pin one.");
    }
  }

  /** A sub-key like its parent, for {@code attribution}. */
  public static SubKeyWish of(String name, PinnedAttribution attribution) {
    return new SubKeyWish(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        attribution,
        Optional.empty());
  }

  /** This until a moment of its own. */
  public SubKeyWish withExpiry(Instant value) {
    return new SubKeyWish(
        name,
        tiers,
        aliases,
        providers,
        jurisdictions,
        highest,
        networks,
        labelValues,
        Optional.of(value),
        attribution,
        budget);
  }

  /** This with a budget of its own. */
  public SubKeyWish withBudget(BudgetTerms value) {
    return new SubKeyWish(
        name,
        tiers,
        aliases,
        providers,
        jurisdictions,
        highest,
        networks,
        labelValues,
        expiresAt,
        attribution,
        Optional.of(value));
  }

  /** This where it says something, otherwise as {@code parent}. */
  KeyScope over(KeyScope parent) {
    return new KeyScope(
        tiers.orElse(parent.tiers()),
        aliases.or(parent::aliases),
        providers.or(parent::providers),
        jurisdictions.or(parent::jurisdictions),
        highest.or(parent::highest),
        networks.or(parent::networks),
        labelValues.orElse(parent.labelValues()));
  }
}

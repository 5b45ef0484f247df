package io.marketplace.model.keys;

import io.marketplace.model.access.AccessGrant;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tiers that an application holds grants of, each with the sensitivity it was granted for. */
final class GrantedTiers {

  private final Map<Tier, Sensitivity> granted = new EnumMap<>(Tier.class);

  /** Those of {@code grants}, of which there is one a tier. */
  GrantedTiers(Collection<AccessGrant> grants) {
    grants.forEach(grant -> granted.put(grant.tier(), grant.sensitivity()));
  }

  /**
   * The lowest sensitivity that any of {@code tiers} was granted for.
   *
   * @throws MarketplaceException {@code tier_not_granted} naming those that were not
   */
  Sensitivity lowest(Set<Tier> tiers) {
    String missing =
        tiers.stream()
            .filter(tier -> !granted.containsKey(tier))
            .sorted()
            .map(Tier::code)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new MarketplaceException(
          ProblemCode.TIER_NOT_GRANTED,
          "The application has no active grant for " + missing + ". Request access first.",
          "tiers");
    }
    return granted.entrySet().stream()
        .filter(entry -> tiers.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * Refuses a ceiling that shuts out a tier of the key altogether: a call counts as what its tier
   * was granted for at the least.
   *
   * @throws MarketplaceException {@code invalid_request_error} naming these tiers
   */
  void requireReach(KeyScope scope) {
    if (scope.highest().isEmpty()) {
      return;
    }
    Sensitivity highest = scope.highest().get();
    String shut =
        granted.entrySet().stream()
            .filter(entry -> scope.tiers().contains(entry.getKey()))
            .filter(entry -> !highest.atLeast(entry.getValue()))
            .map(entry -> entry.getKey().code() + " (" + entry.getValue().code() + ")")
            .collect(Collectors.joining(", "));
    if (!shut.isEmpty()) {
      throw Input.invalid(
          "highestSensitivity",
          "highestSensitivity must not be below what the key's tiers were granted for: with "
              + highest.code()
              + " it could never call "
              + shut
              + ".");
    }
  }
}

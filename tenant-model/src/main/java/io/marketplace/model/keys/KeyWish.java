package io.marketplace.model.keys;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Input;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a key shall be able to do.
 *
 * @param name what to show, 1 to 80 characters
 * @param tiers the tiers, at least one
 * @param providers allow-list of provider names, at most 50; empty: all
 * @param jurisdictions allow-list of jurisdictions, at most 50; empty: all
 * @param expiresAt when it ends; empty: with its grants
 * @param attribution what its calls are booked under, whatever their headers say
 */
public record KeyWish(
    String name,
    Set<Tier> tiers,
    Optional<List<String>> providers,
    Optional<List<String>> jurisdictions,
    Optional<Instant> expiresAt,
    PinnedAttribution attribution) {

  /** Checks lengths and copies the sets. */
  public KeyWish {
    name = Input.line("name", name, 80);
    tiers = Set.copyOf(tiers);
    if (tiers.isEmpty()) {
      throw Input.invalid("tiers", "tiers must name at least one tier.");
    }
    providers = providers.map(list -> allowList("providers", list, 80));
    jurisdictions = jurisdictions.map(list -> allowList("jurisdictions", list, 40));
  }

  /** A key for {@code tiers} without any narrowing. */
  public static KeyWish of(String name, Set<Tier> tiers) {
    return new KeyWish(
        name, tiers, Optional.empty(), Optional.empty(), Optional.empty(), PinnedAttribution.NONE);
  }

  // An empty list would allow nothing at all: surely not what a key is asked for.
  private static List<String> allowList(String field, List<String> names, int max) {
    if (names.isEmpty() || names.size() > 50) {
      throw Input.invalid(field, field + " must name 1 to 50, or be left out to allow all.");
    }
    return names.stream().map(name -> Input.line(field, name, max)).distinct().toList();
  }
}

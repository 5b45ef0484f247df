package io.marketplace.model.keys;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Networks;
import io.marketplace.model.policy.Sensitivity;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a key reaches. Every part narrows; an empty one allows all that the rest allows.
 *
 * @param tiers the tiers, at least one
 * @param aliases allow-list of model aliases, at most 50
 * @param providers allow-list of provider names, at most 50, in any case
 * @param jurisdictions allow-list of jurisdictions, at most 50, in any case
 * @param highest the most sensitive data that calls may declare; a call that declares more is
 *     refused
 * @param networks the networks it may be used from, at most 50
 * @param labelValues how many different values of each attribution label its calls may bring up in
 *     a month where budgets limit such labels, 1 to 100,000
 */
public record KeyScope(
    Set<Tier> tiers,
    Optional<List<String>> aliases,
    Optional<List<String>> providers,
    Optional<List<String>> jurisdictions,
    Optional<Sensitivity> highest,
    Optional<Networks> networks,
    int labelValues) {

  /** How many values of a label a key may bring up unless it is told otherwise. */
  public static final int USUAL_LABEL_VALUES = 1_000;

  private static final int MOST_LABEL_VALUES = 100_000;
  private static final int MOST_NAMES = 50;

  /** Checks lengths and numbers, and copies the lists. */
  public KeyScope {
    tiers = Set.copyOf(tiers);
    if (tiers.isEmpty()) {
      throw Input.invalid("tiers", "tiers must name at least one tier.");
    }
    aliases = aliases.map(list -> aliases(list));
    providers = providers.map(list -> allowList("providers", list, 80));
    jurisdictions = jurisdictions.map(list -> allowList("jurisdictions", list, 40));
    networks.ifPresent(some -> requireSome("sourceNetworks", some.texts()));
    if (labelValues < 1 || labelValues > MOST_LABEL_VALUES) {
      throw Input.invalid(
          "labelValuesMax", "labelValuesMax must be 1 to " + MOST_LABEL_VALUES + ".");
    }
  }

  /** All that {@code tiers} allow. */
  public static KeyScope of(Set<Tier> tiers) {
    return new KeyScope(
        tiers,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        USUAL_LABEL_VALUES);
  }

  /**
   * The first part in which this reaches further than {@code parent}, by its name in requests;
   * empty if it does in none.
   */
  public Optional<String> widerThan(KeyScope parent) {
    if (!parent.tiers.containsAll(tiers)) {
      return Optional.of("tiers");
    }
    if (isWider(aliases, parent.aliases)) {
      return Optional.of("aliases");
    }
    if (isWider(providers, parent.providers)) {
      return Optional.of("providers");
    }
    if (isWider(jurisdictions, parent.jurisdictions)) {
      return Optional.of("jurisdictions");
    }
    if (parent.highest.isPresent() && !highest.map(parent.highest.get()::atLeast).orElse(false)) {
      return Optional.of("highestSensitivity");
    }
    if (parent.networks.isPresent()
        && !networks.map(own -> own.within(parent.networks.get())).orElse(false)) {
      return Optional.of("sourceNetworks");
    }
    return labelValues > parent.labelValues ? Optional.of("labelValuesMax") : Optional.empty();
  }

  private static boolean isWider(Optional<List<String>> own, Optional<List<String>> parents) {
    if (parents.isEmpty()) {
      return false;
    }
    return own.isEmpty() || !lowered(parents.get()).containsAll(lowered(own.get()));
  }

  private static Set<String> lowered(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  private static List<String> aliases(List<String> names) {
    List<String> read = allowList("aliases", names, 64);
    if (!read.stream().allMatch(name -> name.matches("[a-z0-9][a-z0-9._-]*"))) {
      throw Input.invalid(
          "aliases", "aliases must hold names of small letters, digits, dots, - and _.");
    }
    return read;
  }

  private static List<String> allowList(String field, List<String> names, int max) {
    requireSome(field, names);
    return names.stream().map(name -> Input.line(field, name, max)).distinct().toList();
  }

  // An empty list would allow nothing at all: surely not what a key is asked for.
  private static void requireSome(String field, Collection<String> names) {
    if (names.isEmpty() || names.size() > MOST_NAMES) {
      throw Input.invalid(field, field + " must name 1 to 50, or be left out to allow all.");
    }
  }
}

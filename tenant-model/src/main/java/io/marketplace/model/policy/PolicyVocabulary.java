package io.marketplace.model.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that conditions may use, whatever their case, so that a rule with a slip of the pen is
 * refused instead of never matching.
 *
 * @param jurisdictions of owners: countries by ISO 3166-1 alpha-2, {@code EU}, {@code EEA}, {@code
 *     UK}, {@code on-premises}, and those of registered providers
 * @param places the same, and the places that registered providers process at
 * @param providers names of registered providers
 */
public record PolicyVocabulary(
    Set<String> jurisdictions, Set<String> places, Set<String> providers) {

  private static final List<String> UNIONS = List.of("EU", "EEA", "UK", "on-premises");

  /** The names that these providers, and documents in force, bring besides the standard ones. */
  public static PolicyVocabulary of(
      Collection<ProviderTraits> providers, Collection<PolicyDocument> inForce) {
    Set<String> jurisdictions = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    jurisdictions.addAll(UNIONS);
    jurisdictions.addAll(Arrays.asList(Locale.getISOCountries()));
    Set<String> places = new TreeSet<>(jurisdictions);
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (ProviderTraits provider : providers) {
      jurisdictions.add(provider.jurisdiction());
      places.add(provider.jurisdiction());
      places.addAll(provider.places());
      names.add(provider.name());
    }
    PolicyVocabulary vocabulary = new PolicyVocabulary(jurisdictions, places, names);
    // what is in force may go on being said, also after a provider went
    inForce.forEach(document -> document.flat(List.of()).forEach(vocabulary::learn));
    return vocabulary;
  }

  private void learn(PolicyRule rule) {
    for (PolicyCondition condition : rule.conditions()) {
      switch (condition.attribute()) {
        case JURISDICTION -> jurisdictions.addAll(condition.values());
        case PLACE -> places.addAll(condition.values());
        case PROVIDER -> providers.addAll(condition.values());
        case CONTRACT, CERTIFICATION -> {
          // free words: who writes a contract names it
        }
      }
    }
  }

  boolean knows(ProviderAttribute attribute, String value) {
    return switch (attribute) {
      case JURISDICTION -> jurisdictions.contains(value);
      case PLACE -> places.contains(value);
      case PROVIDER -> providers.contains(value);
      case CONTRACT, CERTIFICATION -> true;
    };
  }
}

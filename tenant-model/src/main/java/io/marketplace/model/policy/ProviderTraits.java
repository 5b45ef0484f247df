package io.marketplace.model.policy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a policy may know of a provider. Sets are in lower case.
 *
 * @param name its name
 * @param jurisdiction whose law its owner stands under
 * @param places where it processes data; empty: nobody has said
 * @param contracts what was agreed with it, such as {@code dpa}; empty: nothing
 * @param certifications what it was certified for; empty: nothing
 */
public record ProviderTraits(
    String name,
    String jurisdiction,
    Set<String> places,
    Set<String> contracts,
    Set<String> certifications) {

  private static final String CONTRACTS = "contracts";
  private static final String CERTIFICATIONS = "certifications";

  /** Lowers and copies the sets. */
  public ProviderTraits {
    places = lowered(places);
    contracts = lowered(contracts);
    certifications = lowered(certifications);
  }

  /**
   * Reads a provider as it is registered. Contracts are the texts of the attribute {@code
   * contracts} and the names of all attributes that are true ({@code zeroRetention: true} counts as
   * {@code zero-retention}); certifications are the texts of {@code certifications}.
   */
  public static ProviderTraits of(
      String name,
      String jurisdiction,
      Collection<String> processingPlaces,
      Map<String, ?> attributes) {
    Set<String> contracts = new TreeSet<>(texts(attributes.get(CONTRACTS)));
    attributes.forEach(
        (attribute, value) -> {
          if (Boolean.TRUE.equals(value)) {
            contracts.add(attribute.replaceAll("(?<=[a-z0-9])(?=[A-Z])|[_ ]+", "-"));
          }
        });
    return new ProviderTraits(
        name,
        jurisdiction,
        Set.copyOf(processingPlaces),
        contracts,
        Set.copyOf(texts(attributes.get(CERTIFICATIONS))));
  }

  private static List<String> texts(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case String text when !text.isBlank() -> List.of(text.strip());
      case List<?> list ->
          list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
      default -> List.of();
    };
  }

  private static Set<String> lowered(Collection<String> values) {
    Set<String> lowered = new TreeSet<>();
    values.forEach(value -> lowered.add(value.toLowerCase(Locale.ROOT)));
    return Set.copyOf(lowered);
  }
}

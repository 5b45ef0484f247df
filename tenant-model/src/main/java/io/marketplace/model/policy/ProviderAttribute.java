package io.marketplace.model.policy;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a rule may ask about a provider. */
public enum ProviderAttribute implements Coded {
  /** Whose law its owner stands under, such as {@code EU}: exactly one. */
  JURISDICTION,
  /** Where it processes data; none while nobody has said where. */
  PLACE,
  /** What was agreed with it, such as {@code dpa} or {@code zero-retention}. */
  CONTRACT,
  /** What it was certified for, such as {@code iso-27001}. */
  CERTIFICATION,
  /** Its name: exactly one. */
  PROVIDER;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in documents, such as {@code place}. */
  @Override
  public String code() {
    return code;
  }

  /** Whether a provider has exactly one value of it. */
  public boolean single() {
    return this == JURISDICTION || this == PROVIDER;
  }

  /** A provider's values of it, in lower case. */
  Set<String> of(ProviderTraits traits) {
    return switch (this) {
      case JURISDICTION -> Set.of(traits.jurisdiction().toLowerCase(Locale.ROOT));
      case PLACE -> traits.places();
      case CONTRACT -> traits.contracts();
      case CERTIFICATION -> traits.certifications();
      case PROVIDER -> Set.of(traits.name().toLowerCase(Locale.ROOT));
    };
  }

  /** The attribute of that code. */
  public static Optional<ProviderAttribute> of(String code) {
    return Coded.of(ProviderAttribute.class, code);
  }
}

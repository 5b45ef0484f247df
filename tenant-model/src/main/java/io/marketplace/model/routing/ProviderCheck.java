package io.marketplace.model.routing;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What may be told of a provider. */
final class ProviderCheck {

  private static final int MAX_ENTRIES = 50;
  private static final int MAX_TEXT = 500;

  private ProviderCheck() {}

  static ProviderForm check(ProviderForm form) {
    String jurisdiction = Input.line("jurisdiction", form.jurisdiction(), 40);
    if (jurisdiction.length() < 2) {
      throw Input.invalid("jurisdiction", "jurisdiction must have at least 2 characters.");
    }
    if (form.processingPlaces().size() > MAX_ENTRIES) {
      throw Input.invalid("processingPlaces", "processingPlaces must name at most 50 places.");
    }
    return new ProviderForm(
        Input.line("name", form.name(), 80),
        jurisdiction,
        form.processingPlaces().stream()
            .map(place -> Input.line("processingPlaces", place, 80))
            .distinct()
            .toList(),
        attributes(form.attributes()));
  }

  private static Map<String, Object> attributes(Map<String, Object> attributes) {
    if (attributes.size() > MAX_ENTRIES) {
      throw Input.invalid("attributes", "attributes must have at most 50 entries.");
    }
    Map<String, Object> checked = new TreeMap<>();
    attributes.forEach(
        (name, value) -> checked.put(Input.line("attributes", name, 80), attribute(value)));
    return checked;
  }

  private static Object attribute(Object value) {
    return switch (value) {
      case String text -> Input.text("attributes", text, MAX_TEXT);
      case Boolean flag -> flag;
      case Number number -> number;
      case List<?> list when list.size() <= MAX_ENTRIES ->
          list.stream().map(ProviderCheck::line).toList();
      default ->
          throw Input.invalid(
              "attributes",
              "attributes must be texts, numbers, truth values or lists of at most 50 texts.");
    };
  }

  private static String line(Object value) {
    if (value instanceof String text) {
      return Input.line("attributes", text, MAX_TEXT);
    }
    throw Input.invalid("attributes", "a list in attributes must hold texts only.");
  }

  static ProviderForm form(Provider provider) {
    return new ProviderForm(
        provider.name(),
        provider.jurisdiction(),
        provider.processingPlaces(),
        provider.attributes());
  }

  static Facts facts(ProviderForm form) {
    return Facts.of("name", form.name())
        .with("jurisdiction", form.jurisdiction())
        .with("processingPlaces", String.join(", ", form.processingPlaces()))
        .with("attributes", new TreeMap<>(form.attributes()));
  }

  static Facts facts(Provider provider) {
    return facts(form(provider)).with("archived", provider.archivedAt());
  }

  static MarketplaceException unknown() {
    return new MarketplaceException(ProblemCode.NOT_FOUND, "No provider has this identifier.");
  }
}

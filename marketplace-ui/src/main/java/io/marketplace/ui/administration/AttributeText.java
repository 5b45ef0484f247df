package io.marketplace.ui.administration;

import io.marketplace.model.kernel.Input;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A provider's contracts and certifications as people type them, one a line: {@code dpa: yes},
 * {@code retentionDays: 0}, {@code certifications: ISO 27001, SOC 2}.
 */
final class AttributeText {

  private AttributeText() {}

  /** The text of {@code attributes}, by name. */
  static String of(Map<String, Object> attributes) {
    return new TreeMap<>(attributes)
        .entrySet().stream()
            .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
            .collect(Collectors.joining("\n"));
  }

  /**
   * The attributes of {@code text}: yes and no are truth values, numbers numbers, values parted by
   * commas lists.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     {@code attributes} for a line without a colon or a name that comes twice
   */
  static Map<String, Object> parse(String text) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (String line : text.split("\\R", -1)) {
      if (line.isBlank()) {
        continue;
      }
      int colon = line.indexOf(':');
      String name = colon < 0 ? "" : line.substring(0, colon).strip();
      if (name.isEmpty()) {
        throw Input.invalid(
            "attributes",
            "attributes must have lines such as “dpa: yes”; this one has no name: " + line.strip());
      }
      if (attributes.put(name, value(line.substring(colon + 1).strip())) != null) {
        throw Input.invalid("attributes", "attributes must name " + name + " once.");
      }
    }
    return attributes;
  }

  private static Object value(String text) {
    if (text.equals("yes") || text.equals("true")) {
      return true;
    }
    if (text.equals("no") || text.equals("false")) {
      return false;
    }
    if (text.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?")) {
      return new BigDecimal(text);
    }
    return text.contains(",")
        ? Arrays.stream(text.split(",", -1)).map(String::strip).filter(s -> !s.isEmpty()).toList()
        : text;
  }

  private static String text(Object value) {
    return switch (value) {
      case Boolean flag -> flag ? "yes" : "no";
      case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }
}

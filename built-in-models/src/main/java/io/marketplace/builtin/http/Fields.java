package io.marketplace.builtin.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads typed fields out of a request; each method throws a {@link RequestException} naming the
 * field.
 */
public final class Fields {

  private Fields() {}

  /** A required text that is not blank. */
  public static String text(JsonNode request, String field) {
    return text(request.path(field), field, false);
  }

  /** A node as a text of well-formed Unicode, blank only if allowed. */
  public static String text(JsonNode node, String field, boolean mayBeBlank) {
    if (node.isMissingNode() || node.isNull()) {
      throw RequestException.field(field, field + " is required");
    }
    if (!node.isTextual()) {
      throw RequestException.field(field, field + " must be a string");
    }
    String text = node.textValue();
    if (!mayBeBlank && text.isBlank()) {
      throw RequestException.field(field, field + " must not be empty");
    }
    requireUnicode(text, field);
    return text;
  }

  /** Refuses a model other than the one that is served. */
  public static void model(JsonNode request, String served) {
    if (!text(request, "model").equals(served)) {
      throw RequestException.unknownModel(served);
    }
  }

  /** A required array of 1 to {@code maximum} elements, each read by {@code reader}. */
  public static <T> List<T> array(
      JsonNode node, String field, int maximum, Function<JsonNode, T> reader) {
    if (!node.isArray()) {
      throw RequestException.field(field, field + " is required and must be an array");
    }
    if (node.isEmpty() || node.size() > maximum) {
      throw RequestException.field(field, field + " must have 1 to " + maximum + " elements");
    }
    List<T> elements = new ArrayList<>(node.size());
    node.forEach(element -> elements.add(reader.apply(element)));
    return List.copyOf(elements);
  }

  /** A whole number of at least 1; the default if the field is absent. */
  public static int positive(JsonNode request, String field, int absent) {
    JsonNode node = request.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return absent;
    }
    if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < 1) {
      throw RequestException.field(field, field + " must be a whole number of 1 or more");
    }
    return node.intValue();
  }

  /** A boolean; false if the field is absent. */
  public static boolean flag(JsonNode request, String field) {
    JsonNode node = request.path(field);
    if (!node.isMissingNode() && !node.isNull() && !node.isBoolean()) {
      throw RequestException.field(field, field + " must be true or false");
    }
    return node.asBoolean(false);
  }

  private static void requireUnicode(String text, String field) {
    // Half a surrogate pair is writable as a JSON escape but has no UTF-8, which native code
    // expects.
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (Character.isHighSurrogate(unit)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        at++;
      } else if (Character.isSurrogate(unit)) {
        throw RequestException.field(field, field + " is not well-formed Unicode");
      }
    }
  }
}

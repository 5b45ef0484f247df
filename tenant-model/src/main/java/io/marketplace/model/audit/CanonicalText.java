package io.marketplace.model.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON that can be written in one way only: names in the order of their code points, no blanks, and
 * nothing escaped but the quotation mark, the backslash and control characters (RFC 8785 without
 * its numbers).
 */
final class CanonicalText {

  private final StringBuilder out = new StringBuilder();

  /** Text as it stands, such as brackets and whole numbers. */
  CanonicalText raw(String json) {
    out.append(json);
    return this;
  }

  /** A string, or null. */
  CanonicalText string(@Nullable String value) {
    if (value == null) {
      return raw("null");
    }
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      character(value.charAt(i));
    }
    out.append('"');
    return this;
  }

  /** An object of strings. */
  CanonicalText object(Map<String, String> values) {
    raw("{");
    boolean first = true;
    for (String name :
        values.keySet().stream()
            .sorted((one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other)))
            .toList()) {
      raw(first ? "" : ",").string(name).raw(":").string(values.get(name));
      first = false;
    }
    return raw("}");
  }

  private static byte[] bytes(String text) {
    // the order of UTF-8's bytes is that of the code points
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ') {
          out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(digit(c));
        } else {
          out.append(c);
        }
      }
    }
  }

  private static char digit(char c) {
    return Character.forDigit(c & 15, 16);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}

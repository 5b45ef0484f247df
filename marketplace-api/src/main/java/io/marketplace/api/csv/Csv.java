package io.marketplace.api.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a table by RFC 4180. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it, as OWASP advises against CSV injection.
 */
public final class Csv {

  /** The media type. */
  public static final String MEDIA_TYPE = "text/csv";

  private static final String FORMULA = "=+-@\t\r\n";

  private Csv() {}

  /** One line with its end; numbers stand as they are, null as nothing. */
  public static String line(List<? extends @Nullable Object> cells) {
    StringBuilder line = new StringBuilder();
    for (Object cell : cells) {
      if (!line.isEmpty()) {
        line.append(',');
      }
      line.append(cell(cell));
    }
    return line.append("\r\n").toString();
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text = value.toString();
    if (value instanceof Number) {
      return text;
    }
    if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}

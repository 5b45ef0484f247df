package io.marketplace.model.kernel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a table by RFC 4180 that a spreadsheet reads as text: a cell that would begin a formula
 * gets an apostrophe before it, as OWASP advises against CSV injection.
 */
public final class Csv {

  /** The media type. */
  public static final String MEDIA_TYPE = "text/csv";

  /** What spreadsheets take for the beginning of a formula, and what hides one from the eye. */
  private static final String FORMULA = "=+-@\t\r\n\u2212\uFF1D\uFF0B\uFF0D\uFF20";

  private Csv() {}

  /** One line with its end; numbers stand as they are, null as nothing. */
  public static String line(List<? extends @Nullable Object> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** One line with its end; numbers stand as they are, null as nothing. */
  public static String line(@Nullable Object... cells) {
    return line(Arrays.asList(cells));
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Number number) {
      return number instanceof BigDecimal decimal ? decimal.toPlainString() : number.toString();
    }
    String text = value.toString();
    String safe = isFormula(text) ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  private static boolean isFormula(String text) {
    String visible = text.stripLeading();
    return begins(text) || begins(visible);
  }

  private static boolean begins(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
  }
}

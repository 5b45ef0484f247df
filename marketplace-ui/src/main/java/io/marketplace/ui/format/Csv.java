package io.marketplace.ui.format;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes lines of CSV (RFC 4180) that a spreadsheet reads as text: a cell that would begin a
 * formula gets an apostrophe before it, as OWASP advises against CSV injection.
 */
public final class Csv {

  /** What spreadsheets take for the beginning of a formula, and what hides one from the eye. */
  private static final String FORMULA = "=+-@\t\r\n\u2212\uFF1D\uFF0B\uFF0D\uFF20";

  private Csv() {}

  /** One line, with its end. */
  public static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /** One line, with its end. */
  public static String line(String... cells) {
    return line(List.of(cells));
  }

  private static String cell(String text) {
    String safe = isFormula(text) ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /** A plain number may begin with a minus; everything else that begins so may not. */
  private static boolean isFormula(String text) {
    String visible = text.stripLeading();
    return !visible.isEmpty()
        && (FORMULA.indexOf(text.charAt(0)) >= 0 || FORMULA.indexOf(visible.charAt(0)) >= 0)
        && !text.matches("-?[0-9]+(\\.[0-9]+)?");
  }
}

package io.marketplace.model.kernel;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what people and programs send in before a use case believes it. */
public final class Input {

  /** No date that is asked for may lie further ahead than this: five years. */
  public static final Duration HORIZON = Duration.ofDays(5 * 365 + 2);

  private Input() {}

  /**
   * A required single line, stripped: 1 to {@code max} characters, no control characters.
   *
   * @throws MarketplaceException {@code invalid_request_error} naming {@code field}
   */
  public static String line(String field, @Nullable String value, int max) {
    String line = value == null ? "" : value.strip();
    if (line.isEmpty()) {
      throw invalid(field, field + " must not be empty.");
    }
    if (line.length() > max) {
      throw invalid(field, field + " must have at most " + max + " characters.");
    }
    if (line.chars().anyMatch(Input::isForbidden)) {
      throw invalid(field, field + " must not hold control characters.");
    }
    return line;
  }

  /** An optional single line: absent and blank become empty. Refuses like {@link #line}. */
  public static Optional<String> optionalLine(String field, @Nullable String value, int max) {
    return value == null || value.isBlank()
        ? Optional.empty()
        : Optional.of(line(field, value, max));
  }

  /**
   * A text of several lines, stripped, possibly empty: at most {@code max} characters, no control
   * characters but line feeds and tabs; carriage returns are dropped.
   *
   * @throws MarketplaceException {@code invalid_request_error} naming {@code field}
   */
  public static String text(String field, @Nullable String value, int max) {
    String text = value == null ? "" : value.replace("\r", "").strip();
    if (text.length() > max) {
      throw invalid(field, field + " must have at most " + max + " characters.");
    }
    if (text.chars().anyMatch(c -> isForbidden(c) && c != '\n' && c != '\t')) {
      throw invalid(field, field + " must not hold control characters.");
    }
    return text;
  }

  /** A text as {@link #text} reads it that must not be empty. */
  public static String requiredText(String field, @Nullable String value, int max) {
    String text = text(field, value, max);
    if (text.isEmpty()) {
      throw invalid(field, field + " must not be empty.");
    }
    return text;
  }

  /**
   * A moment after {@code now} and within {@link #HORIZON}.
   *
   * @throws MarketplaceException {@code invalid_request_error} naming {@code field}
   */
  public static Instant future(String field, Instant value, Instant now) {
    if (!value.isAfter(now)) {
      throw invalid(field, field + " must lie in the future.");
    }
    if (value.isAfter(now.plus(HORIZON))) {
      throw invalid(field, field + " must lie within five years.");
    }
    return value;
  }

  /** A refusal of {@code field} with {@code sentence}. */
  public static MarketplaceException invalid(String field, String sentence) {
    return new MarketplaceException(ProblemCode.INVALID_REQUEST, sentence, field);
  }

  // Bidirectional overrides and lone surrogates can disguise a name as much as a bell can.
  private static boolean isForbidden(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFFFE
        || c == 0xFFFF;
  }
}

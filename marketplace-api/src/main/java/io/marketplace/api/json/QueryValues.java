package io.marketplace.api.json;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads query parameters: absent and blank ones do not count. */
public final class QueryValues {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private QueryValues() {}

  /** The value, if there is one. */
  public static Optional<String> text(@Nullable String value) {
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }

  /**
   * A truth value; absent is false.
   *
   * @throws MarketplaceException {@code invalid_request_error} unless it is true or false
   */
  public static boolean flag(String field, @Nullable String value) {
    return switch (text(value).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid(field, field + " must be true or false.");
    };
  }

  /**
   * A whole number from 0.
   *
   * @throws MarketplaceException {@code invalid_request_error} if it is none
   */
  public static Optional<Integer> number(String field, @Nullable String value) {
    return text(value)
        .map(
            text -> {
              if (!NUMBER.matcher(text).matches()) {
                throw invalid(field, field + " must be a whole number from 0.");
              }
              return Integer.valueOf(text);
            });
  }

  /**
   * An RFC 3339 time.
   *
   * @throws MarketplaceException {@code invalid_request_error} if it is none
   */
  public static Optional<Instant> time(String field, @Nullable String value) {
    return text(value)
        .map(
            text ->
                TimeText.read(text)
                    .orElseThrow(
                        () ->
                            invalid(field, field + " must be a time as in 2026-12-31T00:00:00Z.")));
  }

  /** The values of a parameter that may be repeated or hold several, parted by commas. */
  public static <T> Set<T> several(Collection<String> values, Function<String, T> read) {
    Set<T> several = new LinkedHashSet<>();
    for (String value : values) {
      for (String one : value.split(",", -1)) {
        text(one).map(read).ifPresent(several::add);
      }
    }
    return several;
  }

  private static MarketplaceException invalid(String field, String sentence) {
    return new MarketplaceException(ProblemCode.INVALID_REQUEST, sentence, field);
  }
}

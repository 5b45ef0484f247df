package io.marketplace.model.routing;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The wire format a pool speaks. */
public enum Dialect {
  OPENAI,
  ANTHROPIC,
  COHERE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in requests, such as {@code openai}. */
  public String code() {
    return code;
  }

  /** The dialect of that code. */
  public static Optional<Dialect> of(String code) {
    return Arrays.stream(values()).filter(dialect -> dialect.code.equals(code)).findFirst();
  }

  /**
   * Reads a dialect from a request.
   *
   * @throws MarketplaceException {@code invalid_request_error} if there is no such dialect
   */
  public static Dialect parse(String field, String code) {
    return of(code)
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.INVALID_REQUEST,
                    field + " must be one of openai, anthropic, cohere.",
                    field));
  }
}

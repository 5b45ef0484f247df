package io.marketplace.model.routing;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/** The wire format a pool speaks. */
public enum Dialect implements Coded {
  OPENAI,
  ANTHROPIC,
  COHERE;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in requests, such as {@code openai}. */
  @Override
  public String code() {
    return code;
  }

  /** The dialect of that code. */
  public static Optional<Dialect> of(String code) {
    return Coded.of(Dialect.class, code);
  }

  /**
   * Reads a dialect from a request.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} if
   *     there is no such dialect
   */
  public static Dialect parse(String field, String code) {
    return Coded.parse(Dialect.class, field, code);
  }
}

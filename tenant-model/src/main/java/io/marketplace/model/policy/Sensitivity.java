package io.marketplace.model.policy;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/** How sensitive data is, in rising order. */
public enum Sensitivity implements Coded {
  PUBLIC,
  INTERNAL,
  CONFIDENTIAL,
  RESTRICTED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in requests, such as {@code internal}. */
  @Override
  public String code() {
    return code;
  }

  /** Whether this is at least as sensitive as {@code other}. */
  public boolean atLeast(Sensitivity other) {
    return compareTo(other) >= 0;
  }

  /** The sensitivity of that code. */
  public static Optional<Sensitivity> of(String code) {
    return Coded.of(Sensitivity.class, code);
  }

  /**
   * Reads a sensitivity from a request.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} if
   *     there is no such level
   */
  public static Sensitivity parse(String field, String code) {
    return Coded.parse(Sensitivity.class, field, code);
  }
}

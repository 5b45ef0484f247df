package io.marketplace.model.policy;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How sensitive data is, in rising order. */
public enum Sensitivity {
  PUBLIC,
  INTERNAL,
  CONFIDENTIAL,
  RESTRICTED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in requests, such as {@code internal}. */
  public String code() {
    return code;
  }

  /** Whether this is at least as sensitive as {@code other}. */
  public boolean atLeast(Sensitivity other) {
    return compareTo(other) >= 0;
  }

  /** The sensitivity of that code. */
  public static Optional<Sensitivity> of(String code) {
    return Arrays.stream(values()).filter(level -> level.code.equals(code)).findFirst();
  }

  /**
   * Reads a sensitivity from a request.
   *
   * @throws MarketplaceException {@code invalid_request_error} if there is no such level
   */
  public static Sensitivity parse(String field, String code) {
    return of(code)
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.INVALID_REQUEST,
                    field + " must be one of public, internal, confidential, restricted.",
                    field));
  }
}

package io.marketplace.model.quota;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How urgent a call is, the most urgent first. Work of a later class yields to earlier ones when a
 * pool nears its capacity.
 */
public enum CallPriority {
  /** Somebody waits for the answer; what nobody classed otherwise. */
  INTERACTIVE,
  /** Work that may take its time. */
  BATCH,
  /** Work that uses what is left over. */
  BACKGROUND;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in requests, such as {@code batch}. */
  public String code() {
    return code;
  }

  /** The less urgent of the two. */
  public CallPriority or(CallPriority other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The class of that code. */
  public static Optional<CallPriority> of(String code) {
    return Arrays.stream(values()).filter(priority -> priority.code.equals(code)).findFirst();
  }

  /**
   * Reads a class from a request.
   *
   * @throws MarketplaceException {@code invalid_request_error} if there is no such class
   */
  public static CallPriority parse(String field, String code) {
    return of(code)
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.INVALID_REQUEST,
                    field + " must be one of interactive, batch, background.",
                    field));
  }
}

package io.marketplace.model.quota;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/**
 * How urgent a call is, the most urgent first. Work of a later class yields to earlier ones when a
 * pool nears its capacity.
 */
public enum CallPriority implements Coded {
  /** Somebody waits for the answer; what nobody classed otherwise. */
  INTERACTIVE,
  /** Work that may take its time. */
  BATCH,
  /** Work that uses what is left over. */
  BACKGROUND;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in requests, such as {@code batch}. */
  @Override
  public String code() {
    return code;
  }

  /** The less urgent of the two. */
  public CallPriority or(CallPriority other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The class of that code. */
  public static Optional<CallPriority> of(String code) {
    return Coded.of(CallPriority.class, code);
  }

  /**
   * Reads a class from a request.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} if
   *     there is no such class
   */
  public static CallPriority parse(String field, String code) {
    return Coded.parse(CallPriority.class, field, code);
  }
}

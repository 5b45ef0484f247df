package io.marketplace.model.kernel;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A constant that requests, answers and the database know by a code. */
public interface Coded {

  /** The code, such as {@code half-approved}; no other constant of the type has it. */
  String code();

  /** The constant of that code. */
  static <E extends Enum<E> & Coded> Optional<E> of(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.code().equals(code))
        .findFirst();
  }

  /**
   * Reads a code from a request.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     {@code field} and the codes there are
   */
  static <E extends Enum<E> & Coded> E parse(Class<E> type, String field, String code) {
    return of(type, code)
        .orElseThrow(() -> Input.invalid(field, field + " must be one of " + codes(type) + "."));
  }

  private static <E extends Enum<E> & Coded> String codes(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Coded::code)
        .collect(Collectors.joining(", "));
  }
}

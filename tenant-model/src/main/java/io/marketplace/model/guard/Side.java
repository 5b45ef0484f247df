package io.marketplace.model.guard;

import io.marketplace.model.kernel.Input;
import java.util.Arrays;

/** Whose words a rule reads. */
public enum Side {
  /** What the application sends. */
  PROMPT("prompt"),
  /** What the model, or the cache, answers. */
  ANSWER("answer");

  private final String code;

  Side(String code) {
    this.code = code;
  }

  /** The word for it in configurations and answers. */
  public String code() {
    return code;
  }

  /**
   * Reads a code.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     {@code field}
   */
  public static Side parse(String field, String code) {
    return Arrays.stream(values())
        .filter(one -> one.code.equals(code))
        .findFirst()
        .orElseThrow(() -> Input.invalid(field, field + " must be prompt or answer."));
  }
}

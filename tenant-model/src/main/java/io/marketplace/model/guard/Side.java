package io.marketplace.model.guard;

import io.marketplace.model.kernel.Coded;

/** Whose words a rule reads. */
public enum Side implements Coded {
  /** What the application sends. */
  PROMPT("prompt"),
  /** What the model, or the cache, answers. */
  ANSWER("answer");

  private final String code;

  Side(String code) {
    this.code = code;
  }

  /** The word for it in configurations and answers. */
  @Override
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
    return Coded.parse(Side.class, field, code);
  }
}

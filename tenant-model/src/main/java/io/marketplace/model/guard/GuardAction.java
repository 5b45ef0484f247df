package io.marketplace.model.guard;

import io.marketplace.model.kernel.Coded;

/** What is done about a finding, the strictest first. */
public enum GuardAction implements Coded {
  /** The call is refused; a stream ends in an error. */
  BLOCK("block"),
  /** The text found is replaced by the rule's name. */
  REDACT("redact"),
  /** The finding is counted and stands in the call's trace; the text passes. */
  FLAG("flag");

  private final String code;

  GuardAction(String code) {
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
  public static GuardAction parse(String field, String code) {
    return Coded.parse(GuardAction.class, field, code);
  }
}

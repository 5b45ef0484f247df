package io.marketplace.model.metering;

import io.marketplace.model.kernel.Coded;
import java.util.Optional;

/** How one attempt at a call ended. */
public enum AttemptEnd implements Coded {
  /** The provider answered, and the answer came whole. */
  ANSWERED("answered"),
  /** No connection: the provider never saw the request, and charges nothing. */
  UNREACHABLE("unreachable"),
  /** The provider answered with an error's status, and charges nothing. */
  REFUSED("refused"),
  /** The provider took the request and gave no byte in time. It may charge the prompt. */
  TIMEOUT("timeout"),
  /**
   * The provider took the request and the connection broke. It may charge the prompt, and what it
   * had sent of its answer to the last attempt.
   */
  BROKEN("broken"),
  /** The caller left while it was answered. */
  CANCELLED("cancelled"),
  /** The gateway died while it was under way: the most it could cost counts. */
  INTERRUPTED("interrupted");

  private final String code;

  AttemptEnd(String code) {
    this.code = code;
  }

  /** The code as it stands beneath the row. */
  @Override
  public String code() {
    return code;
  }

  /** Whether the provider took the request and gave nothing that could be handed on. */
  public boolean unanswered() {
    return this == TIMEOUT || this == BROKEN;
  }

  /** The end of that code. */
  public static Optional<AttemptEnd> of(String code) {
    return Coded.of(AttemptEnd.class, code);
  }
}

package io.marketplace.model.quota;

import io.marketplace.model.kernel.Coded;

/** How a raise stands. */
public enum RaiseState implements Coded {
  /** Nobody has decided. */
  PENDING("pending"),
  /** In force until its end. */
  APPROVED("approved"),
  DENIED("denied");

  private final String code;

  RaiseState(String code) {
    this.code = code;
  }

  /** The code as it is stored and answered. */
  @Override
  public String code() {
    return code;
  }

  /** The state of that code. */
  public static RaiseState of(String code) {
    return Coded.of(RaiseState.class, code)
        .orElseThrow(() -> new IllegalArgumentException("no such state: " + code));
  }
}

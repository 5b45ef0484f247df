package io.marketplace.model.quota;

import java.util.Arrays;

/** How a raise stands. */
public enum RaiseState {
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
  public String code() {
    return code;
  }

  /** The state of that code. */
  public static RaiseState of(String code) {
    return Arrays.stream(values())
        .filter(state -> state.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such state: " + code));
  }
}

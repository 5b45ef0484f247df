package io.marketplace.model.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a grant stands. */
public enum GrantState {
  /** In force. */
  ACTIVE,
  /** Out of force until it is resumed. */
  SUSPENDED,
  /** Ended by somebody. */
  REVOKED,
  /** Ended by time. */
  EXPIRED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in answers, such as {@code active}. */
  public String code() {
    return code;
  }

  /** Whether it can come into force again without a new request. */
  public boolean isOpen() {
    return this == ACTIVE || this == SUSPENDED;
  }

  /** The state of that code. */
  public static Optional<GrantState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
  }
}

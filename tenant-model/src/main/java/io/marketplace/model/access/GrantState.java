package io.marketplace.model.access;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/** Where a grant stands. */
public enum GrantState implements Coded {
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
  @Override
  public String code() {
    return code;
  }

  /** Whether it can come into force again without a new request. */
  public boolean isOpen() {
    return this == ACTIVE || this == SUSPENDED;
  }

  /** The state of that code. */
  public static Optional<GrantState> of(String code) {
    return Coded.of(GrantState.class, code);
  }
}

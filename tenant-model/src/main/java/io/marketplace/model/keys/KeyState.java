package io.marketplace.model.keys;

import io.marketplace.model.kernel.Coded;
import java.util.Locale;
import java.util.Optional;

/** Where a key stands, as readers are told. */
public enum KeyState implements Coded {
  /** Works. */
  ACTIVE,
  /** Works, with its old secret as well for a while. */
  ROTATING,
  /** Out of force until it is resumed. */
  SUSPENDED,
  /** Ended by time. */
  EXPIRED,
  /** Ended by somebody. */
  REVOKED;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** The code as it stands in answers, such as {@code rotating}. */
  @Override
  public String code() {
    return code;
  }

  /** The state of that code. */
  public static Optional<KeyState> of(String code) {
    return Coded.of(KeyState.class, code);
  }
}

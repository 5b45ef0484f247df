package io.marketplace.model.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a key stands, as readers are told. */
public enum KeyState {
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
  public String code() {
    return code;
  }

  /** The state of that code. */
  public static Optional<KeyState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
  }
}

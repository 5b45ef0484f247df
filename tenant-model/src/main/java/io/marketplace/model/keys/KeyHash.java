package io.marketplace.model.keys;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** HMAC-SHA-256 of a whole {@link KeySecret} under the installation's pepper: 32 bytes. */
public final class KeyHash {

  private static final int BYTES = 32;

  private final byte[] value;

  /**
   * Wraps the bytes of a hash.
   *
   * @throws IllegalArgumentException if there are not 32 of them
   */
  public KeyHash(byte[] value) {
    if (value.length != BYTES) {
      throw new IllegalArgumentException("a key's hash has 32 bytes, not " + value.length);
    }
    this.value = value.clone();
  }

  /** Reads 64 hexadecimal digits. */
  public static KeyHash ofHex(String hex) {
    return new KeyHash(HexFormat.of().parseHex(hex));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return value.clone();
  }

  /** Takes the same time wherever the hashes differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof KeyHash hash && MessageDigest.isEqual(value, hash.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** Hexadecimal digits; a hash is no secret, yet it is of no use to readers either. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(value);
  }
}

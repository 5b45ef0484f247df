package io.marketplace.gateway.provider;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes asterisks over a provider's credential where the provider quotes it, byte for byte, so
 * that every length stays. What a provider spells otherwise (encoded, or piece by piece between
 * other words) is not found. Immutable.
 */
final class CredentialMask {
  /**
   * Shorter ones are no secrets of a provider's making: servers of one's own are given {@code
   * EMPTY}, {@code none} or a word, which may stand in any answer.
   */
  private static final int LEAST = 12;

  private final byte[] credential;

  private CredentialMask(byte[] credential) {
    this.credential = credential;
  }

  /** Of a credential; null if there is none to be hidden. */
  static @Nullable CredentialMask of(@Nullable String credential) {
    return credential == null || credential.length() < LEAST
        ? null
        : new CredentialMask(credential.getBytes(StandardCharsets.UTF_8));
  }

  int length() {
    return credential.length;
  }

  /** Hides it in place, wherever it stands as a whole. */
  void hide(byte[] bytes, int from, int to) {
    for (int i = from; i <= to - credential.length; i++) {
      if (bytes[i] == credential[0] && begins(bytes, i, credential.length)) {
        Arrays.fill(bytes, i, i + credential.length, (byte) '*');
        i += credential.length - 1;
      }
    }
  }

  /**
   * How many of the last bytes may be its beginning, with the rest to come; less than its length.
   */
  int begun(byte[] bytes, int from, int to) {
    for (int i = Math.max(from, to - credential.length + 1); i < to; i++) {
      if (bytes[i] == credential[0] && begins(bytes, i, to - i)) {
        return to - i;
      }
    }
    return 0;
  }

  private boolean begins(byte[] bytes, int at, int length) {
    return Arrays.equals(bytes, at, at + length, credential, 0, length);
  }
}

package io.marketplace.gateway.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes asterisks over a provider's credential where the provider quotes it, byte for byte, so
 * that every length stays. What a provider spells otherwise (encoded, or in pieces over several
 * events) is not found. Immutable.
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

  /** Of a credential; hides nothing if there is none. */
  static CredentialMask of(@Nullable String credential) {
    return new CredentialMask(
        credential == null || credential.length() < LEAST
            ? new byte[0]
            : credential.getBytes(StandardCharsets.UTF_8));
  }

  /** Hides it in place, wherever it stands as a whole. */
  void hide(byte[] bytes, int from, int to) {
    int length = credential.length;
    for (int i = from; length > 0 && i <= to - length; i++) {
      if (bytes[i] == credential[0] && Arrays.equals(bytes, i, i + length, credential, 0, length)) {
        Arrays.fill(bytes, i, i + length, (byte) '*');
      }
    }
  }
}

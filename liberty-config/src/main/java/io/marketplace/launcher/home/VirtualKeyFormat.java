package io.marketplace.launcher.home;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * The written form of a virtual key: {@code mk_live_}, 43 random base-62 characters, and the CRC-32
 * of these in 6 more.
 */
final class VirtualKeyFormat {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM_CHARACTERS = 43;
  private static final int CHECK_CHARACTERS = 6;

  private VirtualKeyFormat() {}

  static String fresh(SecureRandom random) {
    StringBuilder key = new StringBuilder("mk_live_");
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      key.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return key + check(key.toString());
  }

  static String check(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    char[] digits = new char[CHECK_CHARACTERS];
    long rest = crc.getValue();
    for (int i = CHECK_CHARACTERS - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }
}

package io.marketplace.model.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The secret of a virtual key: {@code mk_live_}, 43 base62 characters of randomness (256 bits) and
 * 6 base62 characters of the CRC-32 of all that precedes. The prefix lets secret scanners find a
 * leaked key; the checksum lets anybody reject a mistyped one without a look-up. Shown to its owner
 * once, stored only as a {@link KeyHash}.
 */
public final class KeySecret {

  /** What every secret begins with. */
  public static final String PREFIX = "mk_live_";

  /** The form as a regular expression, for secret scanners; the checksum rules out the rest. */
  public static final String PATTERN = PREFIX + "[0-9A-Za-z]{49}";

  private static final Pattern FORM = Pattern.compile(PATTERN);
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM = 43;
  private static final int CHECK = 6;
  private static final int LENGTH = PREFIX.length() + RANDOM + CHECK;

  private final String text;

  private KeySecret(String text) {
    this.text = text;
  }

  /** A new secret. */
  public static KeySecret create(SecureRandom random) {
    StringBuilder body = new StringBuilder(LENGTH).append(PREFIX);
    for (int i = 0; i < RANDOM; i++) {
      body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new KeySecret(body.append(checksum(body.toString())).toString());
  }

  /** Reads a secret; empty if the form or the checksum is wrong. */
  public static Optional<KeySecret> parse(String text) {
    if (text.length() != LENGTH || !text.startsWith(PREFIX)) {
      return Optional.empty();
    }
    for (int i = PREFIX.length(); i < LENGTH; i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return Optional.empty();
      }
    }
    int end = LENGTH - CHECK;
    return checksum(text.substring(0, end)).equals(text.substring(end))
        ? Optional.of(new KeySecret(text))
        : Optional.empty();
  }

  /**
   * What looks like secrets in {@code text}, each once, in order: the form alone, as {@link
   * #PATTERN} has it. A secret that runs on into other letters is found as well.
   */
  static List<String> candidates(String text) {
    return FORM.matcher(text).results().map(MatchResult::group).distinct().toList();
  }

  /** The {@link #hint} of something of a secret's form. */
  static String hintOf(String candidate) {
    return candidate.substring(0, PREFIX.length() + 2)
        + "…"
        + candidate.substring(candidate.length() - 2);
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    char[] digits = new char[CHECK];
    for (int i = CHECK - 1; i >= 0; i--) {
      digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
      rest /= ALPHABET.length();
    }
    return new String(digits);
  }

  /** The whole secret, for its owner's eyes and the hash alone. */
  public String reveal() {
    return text;
  }

  /** What may be shown and stored in clear: {@code mk_live_7Q…c4}. */
  public String hint() {
    return hintOf(text);
  }

  /** The hint, so that no log line can hold the secret. */
  @Override
  public String toString() {
    return hint();
  }
}

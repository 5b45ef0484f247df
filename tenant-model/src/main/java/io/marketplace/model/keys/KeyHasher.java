package io.marketplace.model.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes secrets under the pepper. A keyed hash needs no salt or stretching here: the secret has
 * 256 bits of randomness, and a stolen database is worth nothing without the pepper. Thread-safe.
 */
public final class KeyHasher {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MIN_PEPPER_BYTES = 32;

  private final SecretKeySpec pepper;

  /** Ready for the next secret: finding and keying one takes longer than hashing with it. */
  private final Queue<Mac> idle = new ConcurrentLinkedQueue<>();

  /**
   * Takes the pepper.
   *
   * @throws IllegalArgumentException if it has fewer than 32 bytes
   */
  public KeyHasher(byte[] pepper) {
    if (pepper.length < MIN_PEPPER_BYTES) {
      throw new IllegalArgumentException("the pepper must have 32 bytes or more");
    }
    this.pepper = new SecretKeySpec(pepper, ALGORITHM);
  }

  /**
   * Takes the pepper as it stands in {@code MARKETPLACE_KEY_PEPPER}.
   *
   * @throws IllegalArgumentException if it is not base64 or too short
   */
  public static KeyHasher ofBase64(String pepper) {
    return new KeyHasher(Base64.getDecoder().decode(pepper.strip()));
  }

  /** The hash that stands in the database. */
  public KeyHash hash(KeySecret secret) {
    Mac known = idle.poll();
    Mac mac = known == null ? keyed() : known;
    KeyHash hash = new KeyHash(mac.doFinal(secret.reveal().getBytes(StandardCharsets.US_ASCII)));
    idle.add(mac);
    return hash;
  }

  private Mac keyed() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(pepper);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}

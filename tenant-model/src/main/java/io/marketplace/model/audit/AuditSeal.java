package io.marketplace.model.audit;

import io.marketplace.model.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the end of a chain with HMAC-SHA-256. Its key comes from the installation's pepper, which
 * the database does not hold: whoever owns the database can write a whole new chain, yet not its
 * seal. Thread-safe.
 */
public final class AuditSeal {

  private static final String ALGORITHM = "HmacSHA256";

  /** Parts this key from all others that come from the pepper. */
  private static final String PURPOSE = "marketplace audit seal 1";

  private final SecretKeySpec key;

  /** Derives the key from the pepper. */
  public AuditSeal(byte[] pepper) {
    byte[] derived = hmac(new SecretKeySpec(pepper, ALGORITHM), PURPOSE);
    this.key = new SecretKeySpec(derived, ALGORITHM);
  }

  /**
   * Takes the pepper as it stands in {@code MARKETPLACE_KEY_PEPPER}.
   *
   * @throws IllegalArgumentException if it is not base64
   */
  public static AuditSeal ofBase64(String pepper) {
    return new AuditSeal(Base64.getDecoder().decode(pepper.strip()));
  }

  /** The seal of a chain that ends in that entry, in hexadecimal digits. */
  public String of(Optional<TenantId> tenant, long sequence, String hash) {
    String text = tenant.map(TenantId::toString).orElse("platform") + "\n" + sequence + "\n" + hash;
    return HexFormat.of().formatHex(hmac(key, text));
  }

  /** Whether the head bears the seal it should. */
  boolean holds(ChainHead head) {
    byte[] right =
        of(head.tenant(), head.sequence(), head.hash()).getBytes(StandardCharsets.US_ASCII);
    return head.seal()
        .map(seal -> MessageDigest.isEqual(right, seal.getBytes(StandardCharsets.US_ASCII)))
        .orElse(false);
  }

  private static byte[] hmac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}

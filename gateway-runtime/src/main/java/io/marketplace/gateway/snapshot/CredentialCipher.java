package io.marketplace.gateway.snapshot;

import io.marketplace.model.routing.ProviderId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens provider credentials: AES-256-GCM, laid out as 12 bytes of nonce followed by ciphertext and
 * tag, bound to the provider by its identifier's text as associated data.
 */
public final class CredentialCipher {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  /**
   * Takes the master key as it stands in {@code MARKETPLACE_MASTER_KEY}.
   *
   * @throws IllegalArgumentException unless it is base64 of 32 bytes
   */
  public CredentialCipher(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64.strip());
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("the master key must have 32 bytes");
    }
    key = new SecretKeySpec(bytes, "AES");
  }

  /**
   * Opens a credential.
   *
   * @throws GeneralSecurityException if it was sealed under another key or for another provider
   */
  String open(ProviderId provider, byte[] sealed) throws GeneralSecurityException {
    if (sealed.length <= NONCE_BYTES) {
      throw new GeneralSecurityException("too short");
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
    cipher.updateAAD(provider.toString().getBytes(StandardCharsets.UTF_8));
    byte[] clear = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    return new String(clear, StandardCharsets.UTF_8);
  }
}

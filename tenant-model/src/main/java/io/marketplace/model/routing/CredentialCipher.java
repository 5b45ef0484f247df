package io.marketplace.model.routing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals providers' credentials with AES-256-GCM under the installation's master key. The provider's
 * identifier is authenticated with it, so that a row copied to another provider does not open.
 * Layout: 12 bytes nonce, then ciphertext with its 16-byte tag. Thread-safe.
 */
public final class CredentialCipher {

  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  /**
   * Takes the master key.
   *
   * @throws IllegalArgumentException if it has not 32 bytes
   */
  public CredentialCipher(byte[] masterKey) {
    if (masterKey.length != KEY_BYTES) {
      throw new IllegalArgumentException("the master key must have 32 bytes");
    }
    this.key = new SecretKeySpec(masterKey, "AES");
  }

  /**
   * Takes the master key as it stands in {@code MARKETPLACE_MASTER_KEY}.
   *
   * @throws IllegalArgumentException if it is not base64 or has not 32 bytes
   */
  public static CredentialCipher ofBase64(String masterKey) {
    return new CredentialCipher(Base64.getDecoder().decode(masterKey.strip()));
  }

  /** Seals {@code credential} for {@code provider}. */
  public byte[] seal(ProviderId provider, String credential) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, provider, nonce);
      byte[] text = cipher.doFinal(credential.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /**
   * Opens what was sealed for {@code provider}.
   *
   * @throws IllegalArgumentException if it was sealed under another key or for another provider, or
   *     was changed; the message holds neither key nor credential
   */
  public String open(ProviderId provider, byte[] sealed) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
      throw new IllegalArgumentException("too short to be a sealed credential");
    }
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(sealed, 0, nonce, 0, NONCE_BYTES);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, provider, nonce);
      byte[] text = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the credential of provider " + provider + " does not open under this master key", e);
    }
  }

  private Cipher cipher(int mode, ProviderId provider, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(provider.toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}

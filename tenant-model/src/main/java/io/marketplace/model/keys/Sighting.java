package io.marketplace.model.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys that somebody was shown before ending them.
 *
 * @param keys the keys, newest first
 * @param token stands for exactly these keys
 */
public record Sighting(List<KeyView> keys, String token) {

  /** Copies the list. */
  public Sighting {
    keys = List.copyOf(keys);
  }

  /** SHA-256 of the identifiers in order; no secret, since it opens nothing by itself. */
  static String token(Collection<KeyId> ids) {
    String all = ids.stream().map(KeyId::toString).sorted().collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

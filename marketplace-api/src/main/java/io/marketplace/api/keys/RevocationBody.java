package io.marketplace.api.keys;

import io.marketplace.api.json.Named;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyView;
import io.marketplace.model.keys.SecretView;
import io.marketplace.model.keys.Sighting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was found or ended.
 *
 * @param dryRun whether nothing was changed
 * @param count how many keys
 * @param token to send with the same filter, so that exactly these end; absent once they have
 * @param keys a dry run's keys, newest first; empty once they have ended
 * @param ids the keys' identifiers
 */
public record RevocationBody(
    boolean dryRun, int count, Optional<String> token, List<Found> keys, List<String> ids) {

  /**
   * One key.
   *
   * @param subKeys how many sub-keys stop with it
   */
  public record Found(
      String id,
      String name,
      String state,
      Named application,
      Optional<String> hint,
      Instant createdAt,
      Optional<Instant> lastUsedAt,
      long subKeys) {

    static Found of(KeyView key) {
      return new Found(
          key.id().toString(),
          key.name(),
          key.state().code(),
          Named.of(key.application(), key.applicationName()),
          key.current().map(SecretView::hint),
          key.createdAt(),
          key.secrets().stream()
              .flatMap(secret -> secret.lastUsedAt().stream())
              .max(Comparator.naturalOrder()),
          key.subKeys());
    }
  }

  static RevocationBody of(Sighting seen) {
    return new RevocationBody(
        true,
        seen.keys().size(),
        Optional.of(seen.token()),
        seen.keys().stream().map(Found::of).toList(),
        seen.keys().stream().map(key -> key.id().toString()).toList());
  }

  static RevocationBody of(List<KeyId> ended) {
    return new RevocationBody(
        false,
        ended.size(),
        Optional.empty(),
        List.of(),
        ended.stream().map(KeyId::toString).toList());
  }
}

package io.marketplace.api.routing;

import io.marketplace.model.routing.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who runs models.
 *
 * @param credentialStoredAt when its credential was stored; absent: it is called without
 */
public record ProviderBody(
    String id,
    String name,
    String jurisdiction,
    List<String> processingPlaces,
    Map<String, Object> attributes,
    Optional<Instant> credentialStoredAt,
    Instant createdAt,
    Optional<Instant> archivedAt,
    int version) {

  static ProviderBody of(Provider provider) {
    return new ProviderBody(
        provider.id().toString(),
        provider.name(),
        provider.jurisdiction(),
        provider.processingPlaces(),
        provider.attributes(),
        provider.credentialStoredAt(),
        provider.createdAt(),
        provider.archivedAt(),
        provider.version());
  }
}

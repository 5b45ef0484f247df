package io.marketplace.model.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who runs models: a vendor, a cloud or the enterprise itself.
 *
 * @param id the identifier
 * @param name unique
 * @param jurisdiction whose law it stands under, such as {@code EU} or {@code on-premises}
 * @param processingPlaces where data is processed
 * @param attributes contracts and certifications: values are strings, booleans, numbers or lists of
 *     strings
 * @param credentialStoredAt when its credential was stored; empty: it is called without
 * @param createdAt when it was registered
 * @param archivedAt when it was archived
 * @param version raised by every change
 */
public record Provider(
    ProviderId id,
    String name,
    String jurisdiction,
    List<String> processingPlaces,
    Map<String, Object> attributes,
    Optional<Instant> credentialStoredAt,
    Instant createdAt,
    Optional<Instant> archivedAt,
    int version) {

  /** Copies the collections. */
  public Provider {
    processingPlaces = List.copyOf(processingPlaces);
    attributes = Map.copyOf(attributes);
  }
}

package io.marketplace.model.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Endpoints of one provider that serve the same models.
 *
 * @param id the identifier
 * @param name unique
 * @param providerId the provider
 * @param providerName its name
 * @param jurisdiction the provider's jurisdiction
 * @param engine such as {@code vllm} or {@code llama.cpp}
 * @param dialect the wire format
 * @param endpoints base addresses; empty for readers who do not run the platform
 * @param region where it runs
 * @param capacity requests at a time, where known
 * @param models what it serves
 * @param createdAt when it was registered
 * @param archivedAt when it was archived
 * @param version raised by every change
 */
public record Pool(
    PoolId id,
    String name,
    ProviderId providerId,
    String providerName,
    String jurisdiction,
    String engine,
    Dialect dialect,
    List<String> endpoints,
    Optional<String> region,
    Optional<Integer> capacity,
    List<PoolModel> models,
    Instant createdAt,
    Optional<Instant> archivedAt,
    int version) {

  /** Copies the lists. */
  public Pool {
    endpoints = List.copyOf(endpoints);
    models = List.copyOf(models);
  }
}

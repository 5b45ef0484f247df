package io.marketplace.api.routing;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolModel;
import io.marketplace.model.routing.Price;
import io.marketplace.model.routing.PriceExtras;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Endpoints of one provider that serve the same models.
 *
 * @param endpoints base addresses; empty for those who do not run the platform
 */
public record PoolBody(
    String id,
    String name,
    String providerId,
    String provider,
    String jurisdiction,
    String engine,
    String dialect,
    List<String> endpoints,
    Optional<String> region,
    Optional<Integer> capacity,
    List<ModelBody> models,
    Instant createdAt,
    Optional<Instant> archivedAt,
    int version) {

  /** A model that the pool serves, with the price in force. */
  public record ModelBody(
      String name,
      Optional<Integer> contextTokens,
      Optional<String> card,
      Optional<Integer> priceVersion,
      Optional<NanoUsd> promptUsdPerMillion,
      Optional<NanoUsd> cachedPromptUsdPerMillion,
      Optional<NanoUsd> completionUsdPerMillion,
      Optional<NanoUsd> reasoningUsdPerMillion,
      Optional<NanoUsd> imageUsd,
      Optional<NanoUsd> requestUsd) {

    static ModelBody of(PoolModel model) {
      return new ModelBody(
          model.name(),
          model.contextTokens(),
          model.card().map(Object::toString),
          model.price().map(Price::version),
          model.price().map(Price::promptPerMillion),
          model.price().flatMap(Price::cachedPromptPerMillion),
          model.price().map(Price::completionPerMillion),
          model.price().map(Price::extras).flatMap(PriceExtras::reasoningPerMillion),
          model.price().map(Price::extras).flatMap(PriceExtras::perImage),
          model.price().map(Price::extras).flatMap(PriceExtras::perRequest));
    }
  }

  static PoolBody of(Pool pool) {
    return new PoolBody(
        pool.id().toString(),
        pool.name(),
        pool.providerId().toString(),
        pool.providerName(),
        pool.jurisdiction(),
        pool.engine(),
        pool.dialect().code(),
        pool.endpoints(),
        pool.region(),
        pool.capacity(),
        pool.models().stream().map(ModelBody::of).toList(),
        pool.createdAt(),
        pool.archivedAt(),
        pool.version());
  }
}

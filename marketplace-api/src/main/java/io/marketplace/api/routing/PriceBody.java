package io.marketplace.api.routing;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.Price;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of a price; the highest is in force.
 *
 * @param version from 1
 * @param reasoningUsdPerMillion completion tokens spent on reasoning; absent: as any other
 * @param imageUsd each image of a prompt; absent: nothing
 * @param requestUsd each request answered; absent: nothing
 */
public record PriceBody(
    int version,
    NanoUsd promptUsdPerMillion,
    Optional<NanoUsd> cachedPromptUsdPerMillion,
    NanoUsd completionUsdPerMillion,
    Optional<NanoUsd> reasoningUsdPerMillion,
    Optional<NanoUsd> imageUsd,
    Optional<NanoUsd> requestUsd,
    String createdBy,
    Instant createdAt) {

  static PriceBody of(Price price) {
    return new PriceBody(
        price.version(),
        price.promptPerMillion(),
        price.cachedPromptPerMillion(),
        price.completionPerMillion(),
        price.extras().reasoningPerMillion(),
        price.extras().perImage(),
        price.extras().perRequest(),
        price.createdBy(),
        price.createdAt());
  }
}

package io.marketplace.api.routing;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.Price;
import java.util.Optional;

/**
 * One version of a price; the highest is in force.
 *
 * @param version from 1
 */
public record PriceBody(
    int version,
    NanoUsd promptUsdPerMillion,
    Optional<NanoUsd> cachedPromptUsdPerMillion,
    NanoUsd completionUsdPerMillion) {

  static PriceBody of(Price price) {
    return new PriceBody(
        price.version(),
        price.promptPerMillion(),
        price.cachedPromptPerMillion(),
        price.completionPerMillion());
  }
}

package io.marketplace.api.routing;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.PriceExtras;
import io.marketplace.model.routing.PriceForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A price to set.
 *
 * @param model the model's name in the pool
 * @param cachedPromptUsdPerMillion absent: as any other prompt token
 * @param reasoningUsdPerMillion absent: as any other completion token
 * @param imageUsd each image of a prompt; absent: nothing
 * @param requestUsd each request answered; absent: nothing
 */
public record PriceInput(
    String model,
    NanoUsd promptUsdPerMillion,
    @Nullable NanoUsd cachedPromptUsdPerMillion,
    NanoUsd completionUsdPerMillion,
    Optional<NanoUsd> reasoningUsdPerMillion,
    Optional<NanoUsd> imageUsd,
    Optional<NanoUsd> requestUsd) {

  PriceForm form() {
    return new PriceForm(
        promptUsdPerMillion,
        Optional.ofNullable(cachedPromptUsdPerMillion),
        completionUsdPerMillion,
        new PriceExtras(reasoningUsdPerMillion, imageUsd, requestUsd));
  }
}

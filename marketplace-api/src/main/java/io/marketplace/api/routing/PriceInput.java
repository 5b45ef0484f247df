package io.marketplace.api.routing;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.PriceForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A price to set.
 *
 * @param model the model's name in the pool
 */
public record PriceInput(
    String model,
    NanoUsd promptUsdPerMillion,
    @Nullable NanoUsd cachedPromptUsdPerMillion,
    NanoUsd completionUsdPerMillion) {

  PriceForm form() {
    return new PriceForm(
        promptUsdPerMillion,
        Optional.ofNullable(cachedPromptUsdPerMillion),
        completionUsdPerMillion);
  }
}

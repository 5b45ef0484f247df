package io.marketplace.api.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.PriceExtras;
import io.marketplace.model.routing.PriceForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A model that a pool serves.
 *
 * @param name its name there
 * @param promptUsdPerMillion price of a million prompt tokens
 * @param completionUsdPerMillion price of a million completion tokens
 * @param cachedPromptUsdPerMillion price of a million prompt tokens the upstream had cached;
 *     absent: as any other
 * @param reasoningUsdPerMillion price of a million completion tokens spent on reasoning; absent: as
 *     any other
 * @param imageUsd price of each image of a prompt; absent: nothing
 * @param requestUsd price of each request answered; absent: nothing
 * @param contextTokens the context it is served with
 * @param card its card in the catalogue
 */
@JsonIgnoreProperties({"priceVersion"})
public record PoolModelInput(
    String name,
    NanoUsd promptUsdPerMillion,
    NanoUsd completionUsdPerMillion,
    @Nullable NanoUsd cachedPromptUsdPerMillion,
    Optional<NanoUsd> reasoningUsdPerMillion,
    Optional<NanoUsd> imageUsd,
    Optional<NanoUsd> requestUsd,
    @Nullable Integer contextTokens,
    @Nullable String card) {

  PoolModelForm form() {
    return new PoolModelForm(
        name,
        new PriceForm(
            promptUsdPerMillion,
            Optional.ofNullable(cachedPromptUsdPerMillion),
            completionUsdPerMillion,
            new PriceExtras(reasoningUsdPerMillion, imageUsd, requestUsd)),
        Optional.ofNullable(contextTokens),
        Optional.ofNullable(card).map(text -> CardSlug.parse("models.card", text)));
  }
}

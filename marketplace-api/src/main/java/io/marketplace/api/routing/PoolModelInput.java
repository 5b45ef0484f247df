package io.marketplace.api.routing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.catalogue.CardSlug;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.PoolModelForm;
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
 * @param contextTokens the context it is served with
 * @param card its card in the catalogue
 */
@JsonIgnoreProperties({"priceVersion"})
public record PoolModelInput(
    String name,
    NanoUsd promptUsdPerMillion,
    NanoUsd completionUsdPerMillion,
    @Nullable NanoUsd cachedPromptUsdPerMillion,
    @Nullable Integer contextTokens,
    @Nullable String card) {

  PoolModelForm form() {
    return new PoolModelForm(
        name,
        new PriceForm(
            promptUsdPerMillion,
            Optional.ofNullable(cachedPromptUsdPerMillion),
            completionUsdPerMillion),
        Optional.ofNullable(contextTokens),
        Optional.ofNullable(card).map(text -> CardSlug.parse("models.card", text)));
  }
}

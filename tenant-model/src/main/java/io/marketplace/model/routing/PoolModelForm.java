package io.marketplace.model.routing;

import io.marketplace.model.catalogue.CardSlug;
import java.util.Optional;

/**
 * What is told of a model when its pool is registered or changed.
 *
 * @param name its name there, 1 to 200 characters
 * @param price what its tokens cost
 * @param contextTokens the context it is served with, in tokens, above zero
 * @param card its card in the catalogue
 */
public record PoolModelForm(
    String name, PriceForm price, Optional<Integer> contextTokens, Optional<CardSlug> card) {}

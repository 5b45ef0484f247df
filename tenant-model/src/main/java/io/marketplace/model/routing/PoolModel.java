package io.marketplace.model.routing;

import io.marketplace.model.catalogue.CardSlug;
import java.util.Optional;

/**
 * A model that a pool serves.
 *
 * @param name its name there
 * @param contextTokens the context it is served with, in tokens
 * @param card its card in the catalogue
 * @param price the price in force
 */
public record PoolModel(
    String name, Optional<Integer> contextTokens, Optional<CardSlug> card, Optional<Price> price) {}

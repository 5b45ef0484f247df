package io.marketplace.model.catalogue;

import io.marketplace.model.kernel.NanoUsd;
import java.util.Optional;

/**
 * A pool that serves a model of the catalogue.
 *
 * @param pool the pool's name, unique
 * @param provider the provider's name
 * @param jurisdiction whose law the provider stands under
 * @param region where it runs
 * @param model the model's name there
 * @param up whether a gateway reached it in the last minute; empty while none has tried
 * @param promptPerMillion price of a million prompt tokens in force
 * @param completionPerMillion price of a million completion tokens in force
 */
public record ServingPool(
    String pool,
    String provider,
    String jurisdiction,
    Optional<String> region,
    String model,
    Optional<Boolean> up,
    Optional<NanoUsd> promptPerMillion,
    Optional<NanoUsd> completionPerMillion) {}

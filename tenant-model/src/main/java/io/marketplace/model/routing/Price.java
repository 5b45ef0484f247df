package io.marketplace.model.routing;

import io.marketplace.model.kernel.NanoUsd;
import java.util.Optional;

/**
 * What a pool charges for a model's tokens. Versions are never changed, the highest is in force.
 *
 * @param version from 1
 * @param promptPerMillion a million prompt tokens
 * @param cachedPromptPerMillion a million prompt tokens the upstream had cached; empty: as any
 *     other
 * @param completionPerMillion a million completion tokens
 */
public record Price(
    int version,
    NanoUsd promptPerMillion,
    Optional<NanoUsd> cachedPromptPerMillion,
    NanoUsd completionPerMillion) {}

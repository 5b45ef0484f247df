package io.marketplace.model.routing;

import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;
import java.util.Optional;

/**
 * What a pool charges for a model's tokens. Versions are never changed, the highest is in force.
 *
 * @param version from 1
 * @param promptPerMillion a million prompt tokens
 * @param cachedPromptPerMillion a million prompt tokens the upstream had cached; empty: as any
 *     other
 * @param completionPerMillion a million completion tokens
 * @param extras what else it asks
 * @param createdBy who set it, to show
 * @param createdAt since when it is in force
 */
public record Price(
    int version,
    NanoUsd promptPerMillion,
    Optional<NanoUsd> cachedPromptPerMillion,
    NanoUsd completionPerMillion,
    PriceExtras extras,
    String createdBy,
    Instant createdAt) {

  /** The same, to be set again. */
  public PriceForm form() {
    return new PriceForm(promptPerMillion, cachedPromptPerMillion, completionPerMillion, extras);
  }
}

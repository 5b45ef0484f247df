package io.marketplace.model.routing;

import io.marketplace.model.kernel.NanoUsd;
import java.util.Optional;

/**
 * A price to set.
 *
 * @param promptPerMillion a million prompt tokens
 * @param cachedPromptPerMillion a million prompt tokens the upstream had cached; empty: as any
 *     other
 * @param completionPerMillion a million completion tokens
 * @param extras what else it asks
 */
public record PriceForm(
    NanoUsd promptPerMillion,
    Optional<NanoUsd> cachedPromptPerMillion,
    NanoUsd completionPerMillion,
    PriceExtras extras) {

  /** A price of tokens alone. */
  public PriceForm(
      NanoUsd promptPerMillion,
      Optional<NanoUsd> cachedPromptPerMillion,
      NanoUsd completionPerMillion) {
    this(promptPerMillion, cachedPromptPerMillion, completionPerMillion, PriceExtras.NONE);
  }

  /** A price without one for cached tokens. */
  public static PriceForm of(NanoUsd promptPerMillion, NanoUsd completionPerMillion) {
    return new PriceForm(promptPerMillion, Optional.empty(), completionPerMillion);
  }
}

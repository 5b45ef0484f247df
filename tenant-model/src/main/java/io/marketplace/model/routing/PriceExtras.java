package io.marketplace.model.routing;

import io.marketplace.model.kernel.NanoUsd;
import java.util.Optional;

/**
 * What a price may ask besides plain input and output.
 *
 * @param reasoningPerMillion a million completion tokens spent on reasoning; empty: as any other
 * @param perImage each image of a prompt, besides its tokens; empty: nothing
 * @param perRequest each request the provider answers; empty: nothing
 */
public record PriceExtras(
    Optional<NanoUsd> reasoningPerMillion,
    Optional<NanoUsd> perImage,
    Optional<NanoUsd> perRequest) {

  /** Nothing besides. */
  public static final PriceExtras NONE =
      new PriceExtras(Optional.empty(), Optional.empty(), Optional.empty());
}

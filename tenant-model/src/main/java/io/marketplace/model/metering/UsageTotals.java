package io.marketplace.model.metering;

import io.marketplace.model.kernel.NanoUsd;

/**
 * Sums over calls.
 *
 * @param requests answered requests
 * @param promptTokens prompt tokens, cached ones among them
 * @param cachedTokens those of them the upstream had cached
 * @param completionTokens completion tokens
 * @param cost what they cost
 */
public record UsageTotals(
    long requests, long promptTokens, long cachedTokens, long completionTokens, NanoUsd cost) {

  /** Nothing. */
  public static final UsageTotals NONE = new UsageTotals(0, 0, 0, 0, NanoUsd.ZERO);
}

package io.marketplace.model.access;

import io.marketplace.model.kernel.NanoUsd;

/**
 * What a request of a tier costs, as far as is known.
 *
 * @param promptPerMillion the dearest price per million prompt tokens among the tier's candidates
 * @param completionPerMillion the dearest price per million completion tokens
 * @param promptTokens prompt tokens of a request
 * @param completionTokens completion tokens of a request
 * @param measured whether the tokens are the mean of the tenant's own last 30 days; otherwise they
 *     are an assumption
 */
public record TierCost(
    NanoUsd promptPerMillion,
    NanoUsd completionPerMillion,
    long promptTokens,
    long completionTokens,
    boolean measured) {

  /** Assumed prompt tokens of a request where nothing was measured: two pages of text. */
  public static final long ASSUMED_PROMPT_TOKENS = 1_000;

  /** Assumed completion tokens of a request where nothing was measured: half a page. */
  public static final long ASSUMED_COMPLETION_TOKENS = 250;
}

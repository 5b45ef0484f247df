package io.marketplace.gateway.snapshot;

import io.marketplace.model.kernel.NanoUsd;

/**
 * What a pool charges for a model, in nano-dollars per million tokens.
 *
 * @param version the version that stands on usage rows
 * @param cachedPrompt the price of prompt tokens the provider had cached; equals {@code prompt}
 *     where it gives no rebate
 */
public record Price(int version, NanoUsd prompt, NanoUsd cachedPrompt, NanoUsd completion) {

  /**
   * The cost of a call. Each part is rounded up, so that what is booked is never below what is
   * owed.
   */
  public NanoUsd of(long promptTokens, long cachedTokens, long completionTokens) {
    return prompt
        .perMillion(promptTokens - cachedTokens)
        .plus(cachedPrompt.perMillion(cachedTokens))
        .plus(completion.perMillion(completionTokens));
  }
}

package io.marketplace.gateway.snapshot;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.TokenCount;

/**
 * What a pool charges for a model, in nano-dollars per million tokens.
 *
 * @param version the version that stands on usage rows
 * @param cachedPrompt the price of prompt tokens the provider had cached; equals {@code prompt}
 *     where it gives no rebate
 * @param reasoning the price of completion tokens spent on reasoning; equals {@code completion}
 *     where they are charged as any other
 * @param image what each image of a prompt costs besides its tokens, in nano-dollars
 * @param request what each answered request costs besides its tokens, in nano-dollars
 */
public record Price(
    int version,
    NanoUsd prompt,
    NanoUsd cachedPrompt,
    NanoUsd completion,
    NanoUsd reasoning,
    NanoUsd image,
    NanoUsd request) {

  /** {@link #of} rounds its four parts up, {@link #bound} two: by so much the sum may be above. */
  private static final NanoUsd ROUNDING = new NanoUsd(2);

  /** A price of tokens alone. */
  public Price(int version, NanoUsd prompt, NanoUsd cachedPrompt, NanoUsd completion) {
    this(version, prompt, cachedPrompt, completion, completion, NanoUsd.ZERO, NanoUsd.ZERO);
  }

  /**
   * The cost of a call. Each part is rounded up, so that what is booked is never below what is
   * owed.
   *
   * @param images how many images the prompt held
   */
  public NanoUsd of(TokenCount tokens, int images) {
    return prompt
        .perMillion(tokens.prompt() - tokens.cached())
        .plus(cachedPrompt.perMillion(tokens.cached()))
        .plus(completion.perMillion(tokens.completion() - tokens.reasoning()))
        .plus(reasoning.perMillion(tokens.reasoning()))
        .plus(times(image, images))
        .plus(request);
  }

  /**
   * The most that a call of at most so many tokens and images can cost, however a provider says the
   * tokens were cached or reasoned with: never below {@link #of}.
   */
  public NanoUsd bound(long promptTokens, long completionTokens, int images) {
    NanoUsd most =
        dearer(prompt, cachedPrompt)
            .perMillion(promptTokens)
            .plus(dearestCompletion().perMillion(completionTokens))
            .plus(times(image, images))
            .plus(request);
    return free() ? NanoUsd.ZERO : most.plus(ROUNDING);
  }

  /** What a million completion tokens cost at the most. */
  public NanoUsd dearestCompletion() {
    return dearer(completion, reasoning);
  }

  /** Whether nothing is asked for anything. */
  public boolean free() {
    return prompt.value() == 0
        && cachedPrompt.value() == 0
        && completion.value() == 0
        && reasoning.value() == 0
        && image.value() == 0
        && request.value() == 0;
  }

  private static NanoUsd dearer(NanoUsd one, NanoUsd other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static NanoUsd times(NanoUsd price, int count) {
    return new NanoUsd(Math.multiplyExact(price.value(), count));
  }
}

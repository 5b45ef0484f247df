package io.marketplace.gateway.metering;

import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.line.Outcome;
import io.marketplace.gateway.line.Tally;
import io.marketplace.gateway.quota.CostBound;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.gateway.snapshot.Price;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageFlag;
import org.jspecify.annotations.Nullable;

/**
 * What a call used, and what that costs.
 *
 * @param tokens reported by the provider or counted here
 * @param images images of the prompt, where the answer is charged for
 * @param cost at the price of the candidate that served it; zero without one
 * @param excess the part of {@code cost} above what was reserved
 * @param flag why it is not simply what the provider reported; null when it is
 */
record Usage(
    TokenCount tokens, int images, NanoUsd cost, NanoUsd excess, @Nullable UsageFlag flag) {

  private static final Usage NOTHING =
      new Usage(TokenCount.ZERO, 0, NanoUsd.ZERO, NanoUsd.ZERO, null);

  private static final int BYTES_PER_TOKEN = 3;

  /**
   * Settles a call.
   *
   * @param begun whether any of an answer came; of one that a provider worked on in vain the prompt
   *     is charged, since the provider charges for it too
   * @param reserved what the call was allowed to cost
   */
  static Usage of(
      GatewayCall call,
      Outcome outcome,
      boolean begun,
      NanoUsd reserved,
      TokenCounter counter,
      CostBound bound) {
    Tally tally = call.tally();
    Candidate served = tally.servedBy();
    if (served == null || !(begun || tally.isUnanswered())) {
      return NOTHING;
    }
    Price price = served.price();
    int images = call.body().images();
    if (tally.reported()) {
      TokenCount tokens =
          new TokenCount(
              tally.promptTokens(),
              tally.cachedTokens(),
              tally.completionTokens(),
              tally.reasoningTokens(),
              TokenCount.Source.UPSTREAM);
      NanoUsd cost = cost(price, tokens, images);
      long above = Math.max(0, cost.value() - reserved.value());
      return new Usage(
          tokens, images, cost, new NanoUsd(above), above > 0 ? UsageFlag.EXCESS : null);
    }
    TokenCount tokens = count(call, served, counter, bound);
    NanoUsd cost = cost(price, tokens, images);
    // Our own count is never charged beyond what the call could have used.
    NanoUsd charged = cost.compareTo(reserved) > 0 ? reserved : cost;
    return new Usage(tokens, images, charged, NanoUsd.ZERO, flag(tally, outcome));
  }

  private static UsageFlag flag(Tally tally, Outcome outcome) {
    if (tally.impossible()) {
      return UsageFlag.IMPOSSIBLE;
    }
    return outcome.equals(Outcome.CANCELLED) ? UsageFlag.LEFT : UsageFlag.UNREPORTED;
  }

  private static NanoUsd cost(@Nullable Price price, TokenCount tokens, int images) {
    return price == null ? NanoUsd.ZERO : price.of(tokens, images);
  }

  private static TokenCount count(
      GatewayCall call, Candidate served, TokenCounter counter, CostBound bound) {
    long most = bound.promptTokens(call.body(), served);
    long prompt =
        call.body().prompt().media() ? most : Math.min(most, counter.prompt(call.body().bytes()));
    Tally tally = call.tally();
    Operation operation = call.operation();
    boolean text = operation == Operation.CHAT || operation == Operation.COMPLETION;
    // An event carries one token at least.
    long completion =
        text
            ? Math.max(
                tally.events(),
                counter.answer(tally.kept()) + Math.ceilDiv(tally.droppedBytes(), BYTES_PER_TOKEN))
            : 0;
    return new TokenCount(prompt, 0, completion, TokenCount.Source.COUNTED);
  }
}

package io.marketplace.gateway.metering;

import io.marketplace.gateway.line.FailedAttempt;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.gateway.snapshot.Price;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.Attempt;
import io.marketplace.model.metering.AttemptEnd;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up what the attempts of a call used. Of those that failed, the ones that a provider took and
 * did not answer cost their prompt; never more than is reserved, of which each attempt leaves the
 * rest to the next.
 */
final class AttemptSum {
  private final int images;
  private final List<Attempt> attempts = new ArrayList<>();
  private long left;

  /** Begins with the attempts that failed. */
  AttemptSum(GatewayCall call, NanoUsd reserved, UsageCount count) {
    left = reserved.value();
    images = call.body().images();
    for (FailedAttempt failure : call.tally().failures()) {
      Candidate candidate = failure.candidate();
      TokenCount tokens =
          failure.end().unanswered() ? count.prompt(call, candidate) : TokenCount.ZERO;
      NanoUsd cost =
          failure.end().unanswered() ? UsageCount.cost(candidate, tokens, images) : NanoUsd.ZERO;
      add(candidate, failure.end(), failure.status(), failure.nanos() / 1e6, tokens, cost);
    }
  }

  private void add(
      Candidate candidate, AttemptEnd end, int status, double ms, TokenCount tokens, NanoUsd cost) {
    NanoUsd borne = new NanoUsd(Math.min(cost.value(), left));
    left -= borne.value();
    attempts.add(new Attempt(by(candidate), end, status == 0 ? null : status, ms, tokens, borne));
  }

  /** What is reserved for the attempt that is still to be added. */
  NanoUsd left() {
    return new NanoUsd(left);
  }

  /** All of them failed. */
  Usage failed() {
    return sum(Usage.NOTHING);
  }

  /** The last attempt, of {@code last}'s usage, took {@code ms}. */
  Usage with(Candidate candidate, AttemptEnd end, double ms, Usage last) {
    attempts.add(new Attempt(by(candidate), end, null, ms, last.tokens(), last.cost()));
    return sum(last);
  }

  private Usage sum(Usage last) {
    long prompt = 0;
    long cached = 0;
    long completion = 0;
    long reasoning = 0;
    NanoUsd cost = NanoUsd.ZERO;
    TokenCount.Source source = last.tokens().source();
    boolean unanswered = false;
    for (Attempt attempt : attempts) {
      TokenCount tokens = attempt.tokens();
      prompt += tokens.prompt();
      cached += tokens.cached();
      completion += tokens.completion();
      reasoning += tokens.reasoning();
      cost = cost.plus(attempt.cost());
      unanswered |= attempt.end().unanswered() && tokens.source() == TokenCount.Source.COUNTED;
      source = source == TokenCount.Source.NONE ? tokens.source() : source;
    }
    UsageFlag flag = last.flag();
    return new Usage(
        new TokenCount(prompt, cached, completion, reasoning, source),
        unanswered ? images : last.images(),
        cost,
        last.excess(),
        flag == null && unanswered ? UsageFlag.UNANSWERED : flag,
        attempts);
  }

  /** Who is asked, at which price. */
  static ServedBy by(Candidate candidate) {
    Price price = candidate.price();
    return new ServedBy(
        candidate.pool().id(),
        candidate.pool().provider().id(),
        candidate.model(),
        price == null ? null : price.version());
  }
}

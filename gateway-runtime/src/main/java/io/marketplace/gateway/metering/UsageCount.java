package io.marketplace.gateway.metering;

import io.marketplace.gateway.line.FailedAttempt;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.line.Outcome;
import io.marketplace.gateway.line.Tally;
import io.marketplace.gateway.quota.CostBound;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.gateway.snapshot.Price;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.AttemptEnd;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.problem.ProblemCode;
import java.util.List;

/** Settles calls: says what each used, by the provider's report or by a count of its own. */
final class UsageCount {
  private static final int BYTES_PER_TOKEN = 3;

  private final TokenCounter counter;
  private final CostBound bound;

  UsageCount(TokenCounter counter, CostBound bound) {
    this.counter = counter;
    this.bound = bound;
  }

  /**
   * What an ended call used.
   *
   * @param begun whether any of an answer came; of an attempt that a provider worked on in vain the
   *     prompt is charged, since the provider charges for it too
   * @param reserved what the call was allowed to cost
   */
  Usage of(GatewayCall call, Outcome outcome, boolean begun, NanoUsd reserved) {
    Tally tally = call.tally();
    if (tally.attempts() <= 1) {
      return last(call, outcome, begun, reserved);
    }
    AttemptSum sum = new AttemptSum(call, reserved, this);
    Candidate served = tally.servedBy();
    if (tally.isFailed() || served == null) {
      return sum.failed();
    }
    double ms = (System.nanoTime() - tally.attemptNanos()) / 1e6;
    return sum.with(served, end(outcome), ms, last(call, outcome, begun, sum.left()));
  }

  /**
   * What a call is booked with if nobody sees the end of its attempt at {@code next}: all that is
   * reserved.
   */
  Usage interrupted(GatewayCall call, NanoUsd reserved, Candidate next) {
    AttemptSum sum = new AttemptSum(call, reserved, this);
    return sum.with(next, AttemptEnd.INTERRUPTED, 0, Usage.interrupted(sum.left()));
  }

  private static AttemptEnd end(Outcome outcome) {
    return switch (outcome.word()) {
      case "answered" -> AttemptEnd.ANSWERED;
      case "cancelled" -> AttemptEnd.CANCELLED;
      case "broken" -> AttemptEnd.BROKEN;
      default ->
          outcome.word().equals(ProblemCode.INTERNAL.code())
              ? AttemptEnd.BROKEN
              : AttemptEnd.REFUSED;
    };
  }

  private Usage last(GatewayCall call, Outcome outcome, boolean begun, NanoUsd reserved) {
    Tally tally = call.tally();
    Candidate served = tally.servedBy();
    if (served == null || !(begun || unanswered(tally))) {
      return Usage.NOTHING;
    }
    int images = call.body().images();
    if (tally.reported()) {
      TokenCount tokens =
          new TokenCount(
              tally.promptTokens(),
              tally.cachedTokens(),
              tally.completionTokens(),
              tally.reasoningTokens(),
              TokenCount.Source.UPSTREAM);
      NanoUsd cost = cost(served, tokens, images);
      long above = Math.max(0, cost.value() - reserved.value());
      UsageFlag flag = above > 0 ? UsageFlag.EXCESS : null;
      return new Usage(tokens, images, cost, new NanoUsd(above), flag, List.of());
    }
    TokenCount tokens = count(call, served);
    NanoUsd cost = cost(served, tokens, images);
    // Our own count is never charged beyond what the call could have used.
    NanoUsd charged = cost.compareTo(reserved) > 0 ? reserved : cost;
    return new Usage(tokens, images, charged, NanoUsd.ZERO, flag(tally, outcome), List.of());
  }

  private static boolean unanswered(Tally tally) {
    List<FailedAttempt> failures = tally.failures();
    return tally.isFailed() && !failures.isEmpty() && failures.getLast().end().unanswered();
  }

  private static UsageFlag flag(Tally tally, Outcome outcome) {
    if (tally.impossible()) {
      return UsageFlag.IMPOSSIBLE;
    }
    return outcome.equals(Outcome.CANCELLED) ? UsageFlag.LEFT : UsageFlag.UNREPORTED;
  }

  /** What so much costs at the candidate's price; nothing without one. */
  static NanoUsd cost(Candidate candidate, TokenCount tokens, int images) {
    Price price = candidate.price();
    return price == null ? NanoUsd.ZERO : price.of(tokens, images);
  }

  /** The tokens of the prompt, counted here. */
  TokenCount prompt(GatewayCall call, Candidate candidate) {
    return new TokenCount(promptTokens(call, candidate), 0, 0, TokenCount.Source.COUNTED);
  }

  private long promptTokens(GatewayCall call, Candidate candidate) {
    long most = bound.promptTokens(call.body(), candidate);
    return call.body().prompt().media()
        ? most
        : Math.min(most, counter.prompt(call.body().bytes()));
  }

  private TokenCount count(GatewayCall call, Candidate served) {
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
    return new TokenCount(promptTokens(call, served), 0, completion, TokenCount.Source.COUNTED);
  }
}

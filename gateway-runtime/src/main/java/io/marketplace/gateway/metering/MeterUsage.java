package io.marketplace.gateway.metering;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Outcome;
import io.marketplace.gateway.line.SettlingStream;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.line.Tally;
import io.marketplace.gateway.metrics.GatewayMeters;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.gateway.snapshot.Price;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.problem.ProblemCode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Books exactly one row for each call that gets here, however it ends: answered, refused by a later
 * step, broken in the middle, or left by its client. A plain answer's cost goes back in {@code
 * Marketplace-Cost-Usd}.
 */
public final class MeterUsage implements Step {
  private final Consumer<UsageRow> ledger;
  private final GatewayMeters meters;
  private final String replica;

  public MeterUsage(Consumer<UsageRow> ledger, GatewayMeters meters, String replica) {
    this.ledger = ledger;
    this.meters = meters;
    this.replica = replica;
  }

  @Override
  public Answer apply(GatewayCall call, Next next) {
    Answer answer;
    try {
      answer = next.proceed(call);
    } catch (GatewayProblem problem) {
      settle(call, Outcome.of(problem), false);
      throw problem;
    } catch (RuntimeException | Error defect) {
      settle(call, new Outcome(500, ProblemCode.INTERNAL.code()), false);
      throw defect;
    }
    if (answer.stream() == null) {
      NanoUsd cost = settle(call, Outcome.answered(answer.status()), false);
      return answer.with("Marketplace-Cost-Usd", cost.toDollars());
    }
    int status = answer.status();
    return answer.wrap(
        stream -> new SettlingStream(stream, status, outcome -> settle(call, outcome, true)));
  }

  private NanoUsd settle(GatewayCall call, Outcome outcome, boolean streamed) {
    Tally tally = call.tally();
    Candidate served = tally.servedBy();
    boolean answerBegun = streamed || outcome.status() < 400;
    TokenCount tokens = answerBegun ? count(tally, call.body().length()) : TokenCount.ZERO;
    Price price = served == null ? null : served.price();
    NanoUsd cost =
        price == null
            ? NanoUsd.ZERO
            : price.of(tokens.prompt(), tokens.cached(), tokens.completion());
    long start = call.trace().startNanos();
    double latencyMs = (System.nanoTime() - start) / 1e6;
    Double ttftMs = tally.firstByteNanos() == 0 ? null : (tally.firstByteNanos() - start) / 1e6;
    UsageRow row =
        new UsageRow(
            call.id(),
            call.startedAt(),
            call.key().owner(),
            call.route().tier(),
            call.route().alias(),
            call.attribution(),
            call.requestClass() == null ? call.route().requestClass() : call.requestClass(),
            call.sensitivity(),
            servedBy(served, price),
            tokens,
            cost,
            "bypass",
            outcome.status(),
            outcome.word(),
            streamed,
            Math.max(1, tally.attempts()),
            latencyMs,
            ttftMs,
            replica,
            List.of(),
            NanoUsd.ZERO,
            null);
    call.trace()
        .add(
            "metering/MeterUsage",
            outcome.word(),
            "promptTokens",
            Long.toString(tokens.prompt()),
            "completionTokens",
            Long.toString(tokens.completion()),
            "counted",
            tokens.source().code(),
            "costUsd",
            cost.toDollars());
    ledger.accept(row);
    meters.settled(row, served == null ? "none" : served.pool().name());
    return cost;
  }

  private static TokenCount count(Tally tally, long promptBytes) {
    tally.estimate(promptBytes);
    return new TokenCount(
        tally.promptTokens(),
        tally.cachedTokens(),
        tally.completionTokens(),
        tally.reported() ? TokenCount.Source.UPSTREAM : TokenCount.Source.COUNTED);
  }

  private static @Nullable ServedBy servedBy(@Nullable Candidate served, @Nullable Price price) {
    return served == null
        ? null
        : new ServedBy(
            served.pool().id(),
            served.pool().provider().id(),
            served.model(),
            price == null ? null : price.version());
  }
}

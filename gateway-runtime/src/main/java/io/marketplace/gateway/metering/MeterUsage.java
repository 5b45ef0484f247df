package io.marketplace.gateway.metering;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.FailedAttempt;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Outcome;
import io.marketplace.gateway.line.SettlingStream;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.line.Tally;
import io.marketplace.gateway.metrics.GatewayMeters;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.quota.Budgets;
import io.marketplace.gateway.quota.CostBound;
import io.marketplace.gateway.quota.Reservation;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reserves the most a call can cost before anything is sent, and books exactly one row for each
 * call that was let through, however it ends: answered, refused by a later step, broken in the
 * middle, or left by its client. The row is in the journal before the answer's last byte goes out.
 * A plain answer's cost goes back in {@code Marketplace-Cost-Usd}.
 */
public final class MeterUsage implements Step {
  private static final Logger LOG = LoggerFactory.getLogger(MeterUsage.class);
  private static final String STEP = "metering/MeterUsage";

  private final Journal journal;
  private final Budgets budgets;
  private final CostBound bound;
  private final UsageCount count;
  private final GatewayMeters meters;
  private final String replica;

  public MeterUsage(
      Journal journal,
      Budgets budgets,
      CostBound bound,
      TokenCounter counter,
      GatewayMeters meters,
      String replica) {
    this.journal = journal;
    this.budgets = budgets;
    this.bound = bound;
    this.count = new UsageCount(counter, bound);
    this.meters = meters;
    this.replica = replica;
  }

  @Override
  public Answer apply(GatewayCall call, Next next) {
    Reservation reservation = budgets.reserve(call);
    call.trace()
        .add(
            STEP,
            "reserved",
            "upToUsd",
            reservation.amount().toDollars(),
            "budgets",
            Integer.toString(reservation.budgets()));
    begin(call, reservation);
    Answer answer;
    try {
      GatewayCall allowed = call.withAllowance(candidate -> another(call, reservation, candidate));
      answer = next.proceed(allowed);
    } catch (GatewayProblem problem) {
      settle(call, reservation, Outcome.of(problem), false);
      throw problem;
    } catch (RuntimeException | Error defect) {
      settle(call, reservation, new Outcome(500, ProblemCode.INTERNAL.code()), false);
      throw defect;
    }
    if (answer.stream() == null) {
      NanoUsd cost = settle(call, reservation, Outcome.answered(answer.status()), false);
      return marked(answer.with("Marketplace-Cost-Usd", cost.toDollars()), reservation);
    }
    int status = answer.status();
    return marked(answer, reservation)
        .wrap(
            stream ->
                new SettlingStream(
                    stream,
                    status,
                    call.tally()::isComplete,
                    outcome -> settle(call, reservation, outcome, true)));
  }

  /** Without room for its row a call must not begin; there is none to say so either. */
  private void begin(GatewayCall call, Reservation reservation) {
    try {
      journal.intend(intent(call, Usage.interrupted(reservation.amount()), null, reservation));
    } catch (RuntimeException full) {
      reservation.settle(NanoUsd.ZERO);
      throw full;
    }
  }

  /** Reserves {@code next} beside the attempts that may be charged although they failed. */
  private void another(GatewayCall call, Reservation reservation, Candidate next) {
    if (call.tally().failures().stream().noneMatch(FailedAttempt::mayCharge)) {
      return;
    }
    long more = bound.beside(call, next).value() - reservation.amount().value();
    if (more > 0) {
      budgets.topUp(reservation, call, new NanoUsd(more));
    }
    Usage worst = count.interrupted(call, reservation.amount(), next);
    journal.intend(intent(call, worst, next, reservation));
  }

  private static Answer marked(Answer answer, Reservation reservation) {
    return reservation.soft() ? answer.with("Marketplace-Budget-Signal", "soft") : answer;
  }

  /** The row as it would be booked if the process died now. */
  private UsageRow intent(
      GatewayCall call, Usage worst, @Nullable Candidate at, Reservation reservation) {
    Outcome outcome = new Outcome(499, UsageRow.INTERRUPTED);
    return row(call, outcome, call.body().stream(), worst, at, reservation);
  }

  private NanoUsd settle(
      GatewayCall call, Reservation reservation, Outcome outcome, boolean streamed) {
    boolean begun = streamed || outcome.status() < 400;
    Usage usage = count.of(call, outcome, begun, reservation.amount());
    NanoUsd borne = new NanoUsd(usage.cost().value() - usage.excess().value());
    Candidate served = call.tally().servedBy();
    UsageRow row = row(call, outcome, streamed, usage, served, reservation);
    try {
      journal.settle(row);
    } finally {
      reservation.settle(borne);
    }
    call.tally().settled(usage.tokens().prompt() + usage.tokens().completion());
    trace(call, outcome, usage);
    meters.settled(row, served == null ? "none" : served.pool().name());
    if (usage.excess().value() > 0) {
      meters.excess(usage.excess(), served == null ? "none" : served.pool().name());
      LOG.warn(
          "Call {}: {} reported more than the call could use; {} USD are booked as excess",
          call.id(),
          served == null ? "nobody" : served.label(),
          usage.excess().toDollars());
    }
    return usage.cost();
  }

  private static void trace(GatewayCall call, Outcome outcome, Usage usage) {
    UsageFlag flag = usage.flag();
    call.trace()
        .add(
            STEP,
            outcome.word(),
            "promptTokens",
            Long.toString(usage.tokens().prompt()),
            "completionTokens",
            Long.toString(usage.tokens().completion()),
            "counted",
            flag == null
                ? usage.tokens().source().code()
                : usage.tokens().source().code() + ": " + flag.code(),
            "costUsd",
            usage.cost().toDollars());
  }

  private UsageRow row(
      GatewayCall call,
      Outcome outcome,
      boolean streamed,
      Usage usage,
      @Nullable Candidate served,
      Reservation reservation) {
    Tally tally = call.tally();
    long start = call.trace().startNanos();
    return new UsageRow(
        call.id(),
        call.startedAt(),
        call.key().owner(),
        call.route().tier(),
        call.route().alias(),
        call.attribution(),
        call.requestClass() == null ? call.route().requestClass() : call.requestClass(),
        call.sensitivity(),
        served == null ? null : AttemptSum.by(served),
        usage.tokens(),
        usage.images(),
        usage.cost(),
        "bypass",
        outcome.status(),
        outcome.word(),
        streamed,
        Math.max(1, Math.max(tally.attempts(), usage.beneath().size())),
        (System.nanoTime() - start) / 1e6,
        tally.firstByteNanos() == 0 ? null : (tally.firstByteNanos() - start) / 1e6,
        replica,
        reservation.bookings(new NanoUsd(usage.cost().value() - usage.excess().value())),
        usage.excess(),
        usage.flag(),
        usage.beneath());
  }
}

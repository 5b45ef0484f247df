package io.marketplace.gateway.audit;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Outcome;
import io.marketplace.gateway.line.SettlingStream;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.util.function.Consumer;

/**
 * Settles what the call is attributed to, and keeps what every later step decided, however the call
 * ends.
 */
public final class RecordCall implements Step {
  private final AttributionReader attributions = new AttributionReader();
  private final Consumer<DecidedCall> ledger;

  /** Hands each finished trace to {@code ledger}, to be packed off the call's path. */
  public RecordCall(Consumer<DecidedCall> ledger) {
    this.ledger = ledger;
  }

  @Override
  public Answer apply(GatewayCall call, Next next) {
    Answer answer;
    try {
      answer = next.proceed(attributions.attribute(call));
    } catch (GatewayProblem problem) {
      finish(call, Outcome.of(problem), problem.sentence());
      throw problem;
    } catch (MarketplaceException refused) {
      GatewayProblem problem = GatewayProblem.of(refused);
      finish(call, Outcome.of(problem), problem.sentence());
      throw problem;
    } catch (RuntimeException | Error defect) {
      finish(call, new Outcome(500, ProblemCode.INTERNAL.code()), "");
      throw defect;
    }
    if (answer.stream() == null) {
      finish(call, Outcome.answered(answer.status()), "");
      return answer;
    }
    int status = answer.status();
    return answer.wrap(
        stream -> new SettlingStream(stream, status, outcome -> finish(call, outcome, "")));
  }

  private void finish(GatewayCall call, Outcome outcome, String why) {
    if (why.isEmpty()) {
      call.trace().add("audit/RecordCall", outcome.word());
    } else {
      call.trace().add("audit/RecordCall", outcome.word(), "why", why);
    }
    CallOwner owner = call.key().owner();
    DecidedCall decided =
        new DecidedCall(
            call.id(),
            call.startedAt(),
            owner.tenant(),
            owner.application(),
            call.body().model(),
            outcome.status(),
            outcome.word(),
            call.trace().decisions());
    ledger.accept(decided);
  }
}

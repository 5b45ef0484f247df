package io.marketplace.gateway.routing;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.FailedAttempt;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.SettlingStream;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.provider.PoolHealth;
import io.marketplace.gateway.provider.PoolHealth.State;
import io.marketplace.gateway.provider.UpstreamFailure;
import io.marketplace.gateway.provider.UpstreamFailure.Kind;
import io.marketplace.gateway.quota.PoolRoom;
import io.marketplace.gateway.snapshot.Candidate;
import io.marketplace.model.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries the ranked candidates one after the other, group by group, until one gives its first byte.
 * After the first byte nothing is tried again: the caller has seen part of an answer.
 */
public final class TryRoutes implements Step {
  private static final String STEP = "routing/TryRoutes";

  /** Long enough for a few interactive answers to end, short enough to use the room they leave. */
  private static final String YIELD_SECONDS = "5";

  private final PoolHealth health;
  private final PoolRoom room;

  /** {@code room} tells when a call has to yield to more urgent ones. */
  public TryRoutes(PoolHealth health, PoolRoom room) {
    this.health = health;
    this.room = room;
  }

  @Override
  public Answer apply(GatewayCall call, Next next) {
    UpstreamFailure last = null;
    boolean yielded = false;
    for (List<Candidate> group : call.candidates()) {
      for (Candidate candidate : group) {
        do {
          long now = System.nanoTime();
          if (now - call.endNanos() >= 0) {
            throw late(last);
          }
          if (!room.enter(candidate.pool(), call.priority())) {
            yielded = true;
            call.trace().add(STEP, "yielded", "candidate", candidate.label());
            break;
          }
          try {
            return inRoom(call, candidate, now, next);
          } catch (UpstreamFailure failure) {
            last = failure;
          }
          // A refused connection costs nothing: the pool's other endpoints are tried before another
          // candidate.
        } while (last.kind() == Kind.UNREACHABLE && health.state(candidate.pool()) != State.DOWN);
      }
    }
    if (yielded) {
      throw new GatewayProblem(
          ProblemCode.POOL_SATURATED,
          "The pools behind this alias are busy with more urgent calls than "
              + call.priority().code()
              + " ones.",
          null,
          Map.of("Retry-After", YIELD_SECONDS));
    }
    throw last == null
        ? new GatewayProblem(ProblemCode.NO_HEALTHY_ROUTE, "Nothing serves this alias.", "model")
        : last.problem();
  }

  /** Leaves the room when the answer has ended; what is not the first attempt is allowed for. */
  private Answer inRoom(GatewayCall call, Candidate candidate, long now, Next next) {
    Answer answer;
    try {
      if (call.tally().attempts() > 0) {
        call.allowance().another(candidate);
      }
      answer = attempt(call, candidate, now, next);
    } catch (RuntimeException | Error failure) {
      room.leave(candidate.pool());
      throw failure;
    }
    if (answer.stream() == null) {
      room.leave(candidate.pool());
      return answer;
    }
    return answer.wrap(
        stream -> new SettlingStream(stream, answer.status(), end -> room.leave(candidate.pool())));
  }

  private static Answer attempt(GatewayCall call, Candidate candidate, long now, Next next) {
    call.tally().attempt(candidate, now);
    try {
      Answer answer = next.proceed(call.withCandidate(candidate));
      call.trace()
          .add(
              STEP,
              "answered",
              "pool",
              candidate.pool().name(),
              "model",
              candidate.model(),
              "jurisdiction",
              candidate.pool().provider().jurisdiction());
      return answer;
    } catch (UpstreamFailure failure) {
      call.tally()
          .failed(
              new FailedAttempt(
                  candidate,
                  failure.end(),
                  failure.status(),
                  failure.maybeCharged(),
                  System.nanoTime() - now));
      call.trace()
          .add(
              STEP,
              "failed",
              "candidate",
              candidate.label(),
              "kind",
              failure.kind().name().toLowerCase(Locale.ROOT),
              "why",
              String.valueOf(failure.getMessage()));
      throw failure;
    }
  }

  private static GatewayProblem late(@Nullable UpstreamFailure last) {
    return last != null && last.kind() != Kind.TIMEOUT && last.kind() != Kind.UNREACHABLE
        ? last.problem()
        : new GatewayProblem(
            ProblemCode.UPSTREAM_TIMEOUT, "The call's time was over before a provider answered.");
  }
}

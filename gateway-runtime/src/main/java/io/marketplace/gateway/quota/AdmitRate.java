package io.marketplace.gateway.quota;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.SettlingStream;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.LimitSet;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.CallPriority;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Admits a call when every limit of its key, application, team and tenant has room for it, and
 * settles how urgent it is. Tokens are estimated here and corrected when the call ends; a slot is
 * held until then, whatever the end.
 */
public final class AdmitRate implements Step {
  private static final String STEP = "quota/AdmitRate";

  private final RateLimits limits;

  /** Counts in {@code limits}. */
  public AdmitRate(RateLimits limits) {
    this.limits = limits;
  }

  @Override
  public Answer apply(GatewayCall call, Next next) {
    LimitSet set = call.snapshot().limits().of(call.key().owner().key(), call.route().tier());
    CallPriority priority =
        set.priority().or(named(call.requestClass())).or(named(call.route().requestClass()));
    GatewayCall classed = call;
    if (priority != CallPriority.INTERACTIVE) {
      call.trace().add(STEP, "classed", "priority", priority.code());
      classed = call.withPriority(priority);
    }
    return set.rules().isEmpty() ? next.proceed(classed) : limited(classed, set, next);
  }

  /** A request class of a priority's name is that priority; any other says nothing about it. */
  private static CallPriority named(@Nullable String requestClass) {
    return requestClass == null
        ? CallPriority.INTERACTIVE
        : CallPriority.of(requestClass.toLowerCase(Locale.ROOT)).orElse(CallPriority.INTERACTIVE);
  }

  private Answer limited(GatewayCall call, LimitSet set, Next next) {
    Admission admission = admit(call, set);
    Answer answer;
    try {
      answer = next.proceed(call).with(RateHeaders.of(admission.readings()));
    } catch (RuntimeException | Error refused) {
      // Tokens may have been used: by an answer that no guardrail lets pass, for one.
      admission.end(call.tally().settledTokens());
      throw refused;
    }
    if (answer.stream() == null) {
      admission.end(call.tally().settledTokens());
      return answer;
    }
    int status = answer.status();
    return answer.wrap(
        stream ->
            new SettlingStream(
                stream, status, outcome -> admission.end(call.tally().settledTokens())));
  }

  private Admission admit(GatewayCall call, LimitSet set) {
    long tokens = TokenEstimate.of(call.operation(), call.body());
    try {
      Admission admission =
          limits.admit(set.rules(), call.snapshot().version(), tokens, call.id().toString());
      call.trace()
          .add(
              STEP,
              "admitted",
              "limits",
              Integer.toString(set.rules().size()),
              "counted",
              admission.counted());
      return admission;
    } catch (LimitReached reached) {
      throw refusal(call, reached.refusal(), reached.readings(), reached.counted());
    }
  }

  private static GatewayProblem refusal(
      GatewayCall call, Reading refusal, List<Reading> readings, String counted) {
    String scope = refusal.take().meter().part().rule().scopeType();
    String limit = refusal.limit() + " " + refusal.take().kind().words();
    call.trace().add(STEP, "refused", "of", scope, "limit", limit, "counted", counted);
    Map<String, String> headers = RateHeaders.refused(readings, refusal);
    return new GatewayProblem(
        ProblemCode.RATE_LIMIT_EXCEEDED,
        "The limit of this "
            + scope
            + " is reached: "
            + limit
            + ". Try again in "
            + RateHeaders.duration(refusal.waitNanos())
            + ".",
        null,
        headers);
  }
}

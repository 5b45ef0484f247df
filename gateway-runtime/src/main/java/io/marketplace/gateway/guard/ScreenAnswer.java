package io.marketplace.gateway.guard;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Operation;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.GuardSet;
import io.marketplace.guard.Reading;
import io.marketplace.guard.Screen;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.Side;
import io.marketplace.model.problem.ProblemCode;

/**
 * Reads what the model or the cache answers with the guardrails of the platform and the tenant. A
 * stream goes on flowing; only what may yet become a finding waits.
 */
public final class ScreenAnswer implements Step {
  static final String STEP = "guard/ScreenAnswer";

  private final JsonTexts texts = new JsonTexts(JsonTexts.ANSWER_WORDS);
  private final GuardMeters meters;

  /** Counts findings in {@code meters}. */
  public ScreenAnswer(GuardMeters meters) {
    this.meters = meters;
  }

  @Override
  public Answer apply(GatewayCall call, Next next) {
    GuardSet guards = call.snapshot().guards(call.key().owner().tenant());
    // An embedding is numbers.
    if (guards == null || call.operation() == Operation.EMBEDDING) {
      return next.proceed(call);
    }
    Screen screen = guards.screen(Side.ANSWER, call.route().requestClass(), call.requestClass());
    Answer answer = next.proceed(call);
    if (screen.isEmpty()) {
      return answer;
    }
    Reading reading = screen.start();
    if (answer.stream() != null) {
      return answer.wrap(
          stream ->
              new ScreenedStream(
                  stream,
                  new EventScreen(reading, screen.intervenes()),
                  () -> end(call, guards, reading)));
    }
    byte[] passed = texts.rewrite(answer.bytes(), reading);
    end(call, guards, reading);
    reading
        .blockedBy()
        .ifPresent(
            rule -> {
              throw blocked(rule);
            });
    return passed == null ? answer : answer.withBytes(passed);
  }

  private void end(GatewayCall call, GuardSet guards, Reading reading) {
    Verdict.note(call, STEP, reading, guards);
    meters.count(Side.ANSWER, reading);
  }

  static GatewayProblem blocked(GuardRule rule) {
    return new GatewayProblem(
        ProblemCode.POLICY_DENIED,
        "The guardrail '" + rule.name() + "' does not let this answer pass.");
  }
}

package io.marketplace.gateway.guard;

import io.marketplace.gateway.body.BodyParser;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.GuardSet;
import io.marketplace.guard.Reading;
import io.marketplace.guard.Screen;
import io.marketplace.model.guard.Side;
import io.marketplace.model.problem.ProblemCode;
import java.util.Map;

/**
 * Reads every text of the prompt with the guardrails of the platform and the tenant. What they
 * redact no cache and no provider sees.
 */
public final class ScreenPrompt implements Step {
  static final String STEP = "guard/ScreenPrompt";

  private final BodyParser parser = new BodyParser();
  private final JsonTexts texts = new JsonTexts(JsonTexts.PROMPT_WORDS);
  private final GuardMeters meters;

  /** Counts findings in {@code meters}. */
  public ScreenPrompt(GuardMeters meters) {
    this.meters = meters;
  }

  @Override
  public Answer apply(GatewayCall call, Next next) {
    GuardSet guards = call.snapshot().guards(call.key().owner().tenant());
    if (guards == null) {
      return next.proceed(call);
    }
    if (!guards.unreadable().isEmpty()) {
      throw unreadable(call, guards.unreadable().getFirst());
    }
    Screen screen = guards.screen(Side.PROMPT, call.route().requestClass(), call.requestClass());
    if (screen.isEmpty()) {
      return next.proceed(call);
    }
    if (call.body().prompt().numbered() && screen.intervenes()) {
      throw new GatewayProblem(
          ProblemCode.POLICY_DENIED,
          "The guardrails cannot read a prompt of token numbers. Send it as text.");
    }
    Reading reading = screen.start();
    byte[] passed = texts.rewrite(call.body().bytes(), reading);
    Verdict.note(call, STEP, reading, guards);
    meters.count(Side.PROMPT, reading);
    reading
        .blockedBy()
        .ifPresent(
            rule -> {
              throw new GatewayProblem(
                  ProblemCode.POLICY_DENIED,
                  "The guardrail '" + rule.name() + "' does not let this prompt pass.");
            });
    return next.proceed(
        passed == null ? call : call.withBody(parser.parse(passed, call.operation().shape())));
  }

  /** Nobody knows what the rule would have stopped; another gateway may be able to read it. */
  private static GatewayProblem unreadable(GatewayCall call, String rule) {
    call.trace().add(STEP, "unreadable", "rule", rule);
    return new GatewayProblem(
        ProblemCode.SNAPSHOT_STALE,
        "This gateway cannot read the guardrail '" + rule + "', so that it lets nothing pass.",
        null,
        Map.of("Retry-After", "1"));
  }
}

package io.marketplace.gateway.cache;

import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.problem.ProblemCode;
import java.util.Locale;

/**
 * Says truthfully where an answer came from. No alias keeps answers, so every answer bypasses the
 * cache, and a caller who wants a kept answer only is told that there is none instead of being
 * charged for a fresh one.
 */
public final class AnswerFromCache implements Step {

  @Override
  public Answer apply(GatewayCall call, Next next) {
    String asked = call.headers().first("Marketplace-Cache");
    if (asked != null) {
      switch (asked.strip().toLowerCase(Locale.ROOT)) {
        case "no-store" -> {
          // Nothing is stored anyway.
        }
        case "only" ->
            throw new GatewayProblem(
                ProblemCode.CACHE_MISS,
                "No kept answer matches, and the call asked for none else.");
        default ->
            throw GatewayProblem.badRequest(
                "Marketplace-Cache must be 'no-store' or 'only'.", "Marketplace-Cache");
      }
    }
    call.trace().add("cache/AnswerFromCache", "bypass", "why", "the alias keeps no answers");
    return next.proceed(call).with("Marketplace-Cache", "bypass");
  }
}

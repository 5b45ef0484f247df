package io.marketplace.gateway;

import io.marketplace.gateway.access.AuthorizeTier;
import io.marketplace.gateway.audit.RecordCall;
import io.marketplace.gateway.cache.AnswerFromCache;
import io.marketplace.gateway.guard.ScreenAnswer;
import io.marketplace.gateway.guard.ScreenPrompt;
import io.marketplace.gateway.keys.AuthenticateKey;
import io.marketplace.gateway.line.Answer;
import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.line.Next;
import io.marketplace.gateway.line.Step;
import io.marketplace.gateway.metering.MeterUsage;
import io.marketplace.gateway.policy.ApplyPolicy;
import io.marketplace.gateway.protocol.Translate;
import io.marketplace.gateway.provider.CallProvider;
import io.marketplace.gateway.quota.AdmitRate;
import io.marketplace.gateway.routing.ChooseRoute;
import io.marketplace.gateway.routing.TryRoutes;
import java.util.List;

/**
 * The straight line every call takes from the door to the wire. The order is a wall: change it with
 * a decision.
 */
public final class GatewayLine implements Next {
  private final Next first;

  GatewayLine(
      AuthenticateKey authenticateKey,
      RecordCall recordCall,
      AuthorizeTier authorizeTier,
      AdmitRate admitRate,
      ApplyPolicy applyPolicy,
      ScreenPrompt screenPrompt,
      ScreenAnswer screenAnswer,
      AnswerFromCache answerFromCache,
      MeterUsage meterUsage,
      ChooseRoute chooseRoute,
      TryRoutes tryRoutes,
      Translate translate,
      CallProvider callProvider) {
    first =
        chain(
            List.of(
                authenticateKey, // who calls
                recordCall, // what for, and what became of it
                authorizeTier, // may it use the alias
                admitRate, // has it room within its limits
                applyPolicy, // which candidates are lawful for its data
                screenPrompt, // what may stand in the prompt
                screenAnswer, // and in the answer, kept or fresh
                answerFromCache, // is there an answer already
                meterUsage, // what did it use
                chooseRoute, // which candidate first
                tryRoutes, // and which after it
                translate, // in the candidate's own words
                callProvider)); // over the wire
  }

  private static Next chain(List<Step> steps) {
    Next next =
        call -> {
          throw new IllegalStateException("the last step must end the line");
        };
    for (Step step : steps.reversed()) {
      Next rest = next;
      next = call -> step.apply(call, rest);
    }
    return next;
  }

  @Override
  public Answer proceed(GatewayCall call) {
    return first.proceed(call);
  }
}

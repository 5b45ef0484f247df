package io.marketplace.gateway.guard;

import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.snapshot.GuardSet;
import io.marketplace.guard.Reading;
import io.marketplace.model.guard.GuardAction;
import io.marketplace.model.guard.GuardRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the trace says of a reading: rules and how often each found something, never what. */
final class Verdict {
  private Verdict() {}

  static void note(GatewayCall call, String step, Reading reading, GuardSet guards) {
    // The platform and the tenant may each have a rule of the same name.
    Map<String, String> found = new LinkedHashMap<>();
    GuardAction strictest = GuardAction.FLAG;
    for (Map.Entry<GuardRule, Integer> entry : reading.counts().entrySet()) {
      GuardAction action = entry.getKey().action();
      strictest = action.compareTo(strictest) < 0 ? action : strictest;
      found.merge(
          entry.getKey().name(),
          action.code() + " ×" + entry.getValue(),
          (one, other) -> one + ", " + other);
    }
    List<String> facts = new ArrayList<>(List.of("guardrails", guards.label()));
    found.forEach(
        (rule, what) -> {
          facts.add(rule);
          facts.add(what);
        });
    String decision =
        reading.counts().isEmpty()
            ? "clean"
            : switch (strictest) {
              case BLOCK -> "blocked";
              case REDACT -> "redacted";
              case FLAG -> "flagged";
            };
    call.trace().add(step, decision, facts.toArray(String[]::new));
  }
}

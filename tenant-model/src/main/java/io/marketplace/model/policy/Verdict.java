package io.marketplace.model.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the law says about one hop: lawful only where every policy allows it.
 *
 * @param lawful whether the data may go there
 * @param decisions what each policy said, the platform's first
 * @param rules the rules that decided, such as {@code platform policy 3/allow-internal}; for
 *     traces, made once
 */
public record Verdict(boolean lawful, List<PolicyDecision> decisions, String rules) {

  /** Copies the list. */
  public Verdict {
    decisions = List.copyOf(decisions);
  }

  static Verdict of(List<PolicyDecision> decisions) {
    return new Verdict(
        decisions.stream().allMatch(PolicyDecision::lawful),
        decisions,
        decisions.stream().map(PolicyDecision::named).collect(Collectors.joining(", ")));
  }

  /** Why, in words: who denies it, or who allows it. */
  public String why() {
    return decisions.stream()
        .filter(decision -> lawful || !decision.lawful())
        .map(PolicyDecision::why)
        .collect(Collectors.joining("; "));
  }
}

package io.marketplace.api.policy;

import io.marketplace.model.policy.DecidePolicy.Explanation;
import io.marketplace.model.policy.DecidePolicy.HopVerdict;
import io.marketplace.model.policy.PolicyDecision;
import java.util.List;
import java.util.Optional;

/**
 * What would become of a call.
 *
 * @param lawful whether it may go anywhere
 * @param law the policies that were asked, with their versions
 * @param hops each place in question; of an alias in the route's order
 */
public record DecisionBody(boolean lawful, String law, List<HopBody> hops) {

  /**
   * A place in question.
   *
   * @param pool the pool's name; absent unless an alias was asked for
   * @param model the model there
   * @param decisions what each policy says; lawful only if all allow it
   * @param why in words
   */
  public record HopBody(
      String provider,
      String jurisdiction,
      Optional<String> pool,
      Optional<String> model,
      boolean lawful,
      List<RuleDecision> decisions,
      String why) {

    static HopBody of(HopVerdict one) {
      return new HopBody(
          one.hop().provider().name(),
          one.hop().provider().jurisdiction(),
          Optional.of(one.hop().pool()).filter(name -> !name.isEmpty()),
          Optional.of(one.hop().model()).filter(name -> !name.isEmpty()),
          one.verdict().lawful(),
          one.verdict().decisions().stream().map(RuleDecision::of).toList(),
          one.verdict().why());
    }
  }

  /**
   * What one policy says.
   *
   * @param policy whose and which version
   * @param rule the rule that decides; absent: none allows it
   */
  public record RuleDecision(String policy, Optional<String> rule, boolean lawful) {

    static RuleDecision of(PolicyDecision decision) {
      return new RuleDecision(decision.policy(), decision.rule(), decision.lawful());
    }
  }

  static DecisionBody of(Explanation explanation) {
    return new DecisionBody(
        explanation.lawful(),
        explanation.law(),
        explanation.hops().stream().map(HopBody::of).toList());
  }
}

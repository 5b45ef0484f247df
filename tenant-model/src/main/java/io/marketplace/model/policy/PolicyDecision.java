package io.marketplace.model.policy;

import java.util.Optional;

/**
 * What one policy says about one hop.
 *
 * @param lawful whether the data may go there
 * @param policy whose policy and which version, such as {@code platform policy 3}
 * @param rule the rule that decided; empty: none allows it
 * @param why the decision in words; holds no secret
 */
public record PolicyDecision(boolean lawful, String policy, Optional<String> rule, String why) {

  /** Policy and rule, such as {@code platform policy 3/allow-internal}. */
  public String named() {
    return policy + "/" + rule.orElse("(no rule)");
  }
}

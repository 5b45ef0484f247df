package io.marketplace.api.policy;

import io.marketplace.model.policy.PolicyRule;
import io.marketplace.model.policy.Sensitivity;
import java.util.List;

/**
 * Data of this sensitivity may go to providers of these jurisdictions; what no rule allows is
 * denied.
 */
public record RuleBody(String sensitivity, List<String> jurisdictions) {

  static RuleBody of(PolicyRule rule) {
    return new RuleBody(rule.sensitivity().code(), rule.jurisdictions());
  }

  PolicyRule rule() {
    return new PolicyRule(Sensitivity.parse("rules.sensitivity", sensitivity), jurisdictions);
  }
}

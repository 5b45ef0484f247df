package io.marketplace.model.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One version of a policy, ready to decide. Deciding is a pure function of the rules, the data's
 * sensitivity and the provider's traits: the first rule that denies decides, else the first that
 * allows, else nothing allows it. Immutable and thread-safe.
 *
 * @param label whose policy and which version, such as {@code platform policy 3}
 * @param rules the rules, sets in their place
 */
public record Policy(String label, List<PolicyRule> rules) {

  /** Copies the list. */
  public Policy {
    rules = List.copyOf(rules);
  }

  /** Whether data of {@code sensitivity} may go to such a provider, and by which rule. */
  public PolicyDecision decide(Sensitivity sensitivity, ProviderTraits traits) {
    PolicyRule allowing = null;
    for (PolicyRule rule : rules) {
      if (rule.matches(sensitivity, traits)) {
        if (rule.effect() == RuleEffect.DENY) {
          return decision(false, rule, sensitivity);
        }
        allowing = allowing == null ? rule : allowing;
      }
    }
    return allowing != null
        ? decision(true, allowing, sensitivity)
        : new PolicyDecision(
            false,
            label,
            Optional.empty(),
            label
                + " has no rule that allows "
                + sensitivity.code()
                + " data with such a provider of "
                + traits.jurisdiction());
  }

  private PolicyDecision decision(boolean lawful, PolicyRule rule, Sensitivity sensitivity) {
    String verb = lawful ? " allows " : " denies ";
    return new PolicyDecision(
        lawful,
        label,
        Optional.of(rule.name()),
        label + verb + sensitivity.code() + " data there by its rule " + rule.name());
  }

  /** Whether some provider could be lawful for such data: a rule allows, none denies them all. */
  public boolean servable(Sensitivity sensitivity) {
    return rules.stream()
            .anyMatch(
                rule ->
                    rule.effect() == RuleEffect.ALLOW && rule.sensitivities().contains(sensitivity))
        && rules.stream().noneMatch(rule -> deniesAll(rule, sensitivity));
  }

  private static boolean deniesAll(PolicyRule rule, Sensitivity sensitivity) {
    return rule.effect() == RuleEffect.DENY
        && rule.sensitivities().contains(sensitivity)
        && rule.conditions().isEmpty();
  }

  /** Whether some provider of {@code jurisdiction} could be lawful for such data. */
  public boolean everAllows(Sensitivity sensitivity, String jurisdiction) {
    Set<String> place = Set.of(jurisdiction.toLowerCase(Locale.ROOT));
    return rules.stream()
            .filter(rule -> rule.effect() == RuleEffect.ALLOW)
            .filter(rule -> rule.sensitivities().contains(sensitivity))
            .anyMatch(
                rule ->
                    rule.conditions().stream()
                        .filter(Policy::onJurisdiction)
                        .allMatch(condition -> condition.holds(place)))
        && rules.stream()
            .filter(rule -> rule.effect() == RuleEffect.DENY)
            .filter(rule -> rule.sensitivities().contains(sensitivity))
            .noneMatch(
                rule ->
                    rule.conditions().stream()
                        .allMatch(one -> onJurisdiction(one) && one.holds(place)));
  }

  private static boolean onJurisdiction(PolicyCondition condition) {
    return condition.attribute() == ProviderAttribute.JURISDICTION;
  }
}

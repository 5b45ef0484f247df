package io.marketplace.model.policy;

import io.marketplace.model.kernel.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a document could be put in force now; called inside a unit of work. */
final class DraftCheck {

  private DraftCheck() {}

  /**
   * Checks it.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} whose
   *     field is the JSON pointer of the fault
   */
  static void check(
      Policies policies,
      PolicyProviders providers,
      Optional<TenantId> owner,
      PolicyDocument document) {
    Optional<PolicyVersion> platform = policies.inForce(Optional.empty());
    List<PolicyDocument> inForce = new ArrayList<>();
    platform.map(PolicyVersion::document).ifPresent(inForce::add);
    if (owner.isPresent()) {
      policies.inForce(owner).map(PolicyVersion::document).ifPresent(inForce::add);
    }
    PolicyVocabulary vocabulary = PolicyVocabulary.of(providers.all(), inForce);
    PolicyCheck.check(document, vocabulary, owner.isPresent());
    if (owner.isPresent()) {
      mustNarrow(Law.of(platform, Optional.empty()), document);
    }
  }

  /**
   * A hop is lawful only if the platform allows it too, so a wider rule would change nothing; it is
   * refused because its writer expects otherwise.
   */
  private static void mustNarrow(Law platform, PolicyDocument document) {
    Policy own = new Policy("tenant policy", document.flat(List.of()));
    for (PolicyRule rule : own.rules()) {
      if (rule.effect() == RuleEffect.DENY) {
        continue;
      }
      for (Sensitivity level : rule.sensitivities()) {
        Set<String> wider = new TreeSet<>();
        for (PolicyCondition condition : rule.conditions()) {
          if (condition.attribute() == ProviderAttribute.JURISDICTION
              && condition.test() != ConditionTest.NONE_OF) {
            condition.values().stream()
                .filter(place -> own.everAllows(level, place))
                .filter(place -> !platform.everAllows(level, place))
                .forEach(wider::add);
          }
        }
        if (!wider.isEmpty()) {
          throw Fault.at(
              "/rules",
              "must only be stricter than the platform's, which does not allow what the rule "
                  + rule.name()
                  + " does: "
                  + level.code()
                  + " → "
                  + String.join(", ", wider));
        }
      }
    }
  }
}

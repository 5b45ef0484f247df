package io.marketplace.model.policy;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Data of these sensitivities may, or may not, go to providers that satisfy every condition. What
 * no rule allows is denied, and a rule that denies wins over those that allow.
 *
 * <p>Where nobody has said what a condition asks about, a rule that allows does not match and a
 * rule that denies does: what is not classified is not trusted.
 *
 * @param name how decisions name it, unique in its document
 * @param effect what it does
 * @param sensitivities the data it is about, at least one
 * @param conditions what it asks of the provider, all of which must hold
 */
public record PolicyRule(
    String name,
    RuleEffect effect,
    Set<Sensitivity> sensitivities,
    List<PolicyCondition> conditions)
    implements PolicyEntry {

  /** Copies the collections; sensitivities come in rising order. */
  public PolicyRule {
    sensitivities =
        sensitivities.isEmpty()
            ? Set.of()
            : Collections.unmodifiableSet(EnumSet.copyOf(sensitivities));
    conditions = List.copyOf(conditions);
  }

  /** The rule of older documents: such data may go to providers of these jurisdictions. */
  public static PolicyRule allow(Sensitivity sensitivity, List<String> jurisdictions) {
    return new PolicyRule(
        "allow-" + sensitivity.code(),
        RuleEffect.ALLOW,
        EnumSet.of(sensitivity),
        List.of(PolicyCondition.jurisdictions(jurisdictions)));
  }

  boolean matches(Sensitivity sensitivity, ProviderTraits traits) {
    if (!sensitivities.contains(sensitivity)) {
      return false;
    }
    for (PolicyCondition condition : conditions) {
      PolicyCondition.Match match = condition.match(traits);
      boolean counts =
          match == PolicyCondition.Match.YES
              || (match == PolicyCondition.Match.UNKNOWN && effect == RuleEffect.DENY);
      if (!counts) {
        return false;
      }
    }
    return true;
  }

  /** Whether every call that {@code other} matches is matched by this one; false where unsure. */
  boolean covers(PolicyRule other) {
    return sensitivities.containsAll(other.sensitivities)
        && conditions.stream()
            .allMatch(mine -> other.conditions.stream().anyMatch(its -> its.implies(mine)));
  }

  /** The rule in words, such as {@code allow internal data where jurisdiction is one of EU}. */
  public String words() {
    String data = sensitivities.stream().map(Sensitivity::code).collect(Collectors.joining(", "));
    String where =
        conditions.stream().map(PolicyCondition::words).collect(Collectors.joining(" and "));
    return effect.code() + " " + data + " data" + (where.isEmpty() ? "" : " where " + where);
  }
}

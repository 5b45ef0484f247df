package io.marketplace.model.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One version of a policy, made ready to decide: every decision is made when the policy is read, so
 * that a call allocates nothing. Jurisdictions are compared whatever their case. Immutable and
 * thread-safe.
 */
public final class Policy {

  private final String label;
  private final EnumMap<Sensitivity, Map<String, PolicyDecision>> allowed =
      new EnumMap<>(Sensitivity.class);
  private final EnumMap<Sensitivity, PolicyDecision> denied = new EnumMap<>(Sensitivity.class);

  /**
   * Takes the rules.
   *
   * @param label whose policy and which version, for the trace, such as {@code platform policy 3}
   */
  public Policy(String label, List<PolicyRule> rules) {
    this.label = label;
    for (Sensitivity level : Sensitivity.values()) {
      Map<String, PolicyDecision> places = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      for (PolicyRule rule : rules) {
        if (rule.sensitivity() == level) {
          for (String place : rule.jurisdictions()) {
            places.put(
                place,
                new PolicyDecision(true, label + " allows " + level.code() + " data in " + place));
          }
        }
      }
      allowed.put(level, Collections.unmodifiableMap(places));
      denied.put(
          level,
          new PolicyDecision(
              false, label + " allows " + level.code() + " data " + where(places.keySet())));
    }
  }

  private static String where(Set<String> places) {
    return places.isEmpty() ? "nowhere" : "in " + String.join(", ", places) + " only";
  }

  /** Decides by {@code rules} alone; see {@link #decide(Sensitivity, String)}. */
  public static PolicyDecision decide(
      List<PolicyRule> rules, Sensitivity sensitivity, String jurisdiction) {
    return new Policy("policy", rules).decide(sensitivity, jurisdiction);
  }

  /**
   * Whether data of {@code sensitivity} may go to {@code jurisdiction}; not unless a rule says so.
   */
  public PolicyDecision decide(Sensitivity sensitivity, String jurisdiction) {
    PolicyDecision yes = places(sensitivity).get(jurisdiction);
    return yes != null ? yes : denial(sensitivity);
  }

  /**
   * The rules that both this policy and {@code other} hold: a tenant's policy narrows the
   * platform's, also when the platform's was narrowed after the tenant wrote its own.
   */
  public Policy and(Policy other) {
    List<PolicyRule> both = new ArrayList<>();
    for (Sensitivity level : Sensitivity.values()) {
      List<String> common =
          places(level).keySet().stream()
              .filter(other.places(level)::containsKey)
              .sorted()
              .toList();
      if (!common.isEmpty()) {
        both.add(new PolicyRule(level, common));
      }
    }
    return new Policy(label + " and " + other.label, both);
  }

  /** What this policy allows and {@code other} does not; empty when this one is as strict. */
  public List<PolicyRule> widerThan(Policy other) {
    List<PolicyRule> wider = new ArrayList<>();
    for (Sensitivity level : Sensitivity.values()) {
      List<String> more =
          places(level).keySet().stream()
              .filter(place -> !other.places(level).containsKey(place))
              .sorted()
              .toList();
      if (!more.isEmpty()) {
        wider.add(new PolicyRule(level, more));
      }
    }
    return wider;
  }

  private Map<String, PolicyDecision> places(Sensitivity level) {
    return allowed.getOrDefault(level, Map.of());
  }

  private PolicyDecision denial(Sensitivity level) {
    PolicyDecision no = denied.get(level);
    if (no == null) {
      throw new IllegalStateException("every level has a denial: " + level);
    }
    return no;
  }
}

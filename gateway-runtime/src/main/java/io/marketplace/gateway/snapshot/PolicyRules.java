package io.marketplace.gateway.snapshot;

import io.marketplace.model.policy.Sensitivity;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A policy: for each sensitivity the jurisdictions its data may reach, in lower case. What is not
 * named is denied.
 *
 * @param version the version, for traces
 */
public record PolicyRules(int version, Map<Sensitivity, Set<String>> allowed) {

  /** Denies everything: what holds while nobody has written a policy. */
  public static final PolicyRules NOTHING = new PolicyRules(0, Map.of());

  public PolicyRules {
    allowed = Map.copyOf(allowed);
  }

  /** The jurisdictions that data of this sensitivity may reach; empty: none. */
  public Set<String> jurisdictions(Sensitivity sensitivity) {
    return allowed.getOrDefault(sensitivity, Set.of());
  }

  /**
   * What both these rules and {@code platform}'s allow: a tenant's policy may only be stricter,
   * also when the platform's was narrowed after the tenant wrote its own. Keeps this version.
   */
  public PolicyRules within(PolicyRules platform) {
    Map<Sensitivity, Set<String>> both = new EnumMap<>(Sensitivity.class);
    allowed.forEach(
        (sensitivity, places) -> {
          Set<String> common = new HashSet<>(places);
          common.retainAll(platform.jurisdictions(sensitivity));
          both.put(sensitivity, Set.copyOf(common));
        });
    return new PolicyRules(version, both);
  }
}

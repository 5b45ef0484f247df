package io.marketplace.gateway.snapshot;

import io.marketplace.model.policy.Sensitivity;
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
}

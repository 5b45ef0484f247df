package io.marketplace.model.policy;

import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version of a policy; versions are never changed, the highest is in force.
 *
 * @param tenant whose it is; empty: the platform's, which every tenant starts from
 * @param version from 1; 0 for a tenant that has none of its own
 * @param rules the rules
 * @param note why it was written
 * @param createdBy who wrote it, to show
 * @param createdAt when
 */
public record PolicyVersion(
    Optional<TenantId> tenant,
    int version,
    List<PolicyRule> rules,
    String note,
    String createdBy,
    Instant createdAt) {

  /** Copies the list. */
  public PolicyVersion {
    rules = List.copyOf(rules);
  }

  /** The policy, ready to decide. */
  public Policy policy() {
    return new Policy((tenant.isPresent() ? "tenant" : "platform") + " policy " + version, rules);
  }
}

package io.marketplace.api.policy;

import io.marketplace.model.policy.PolicyTree;
import io.marketplace.model.policy.PolicyVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a policy.
 *
 * @param tenantId whose it is; absent: the platform's
 * @param version from 1; the highest is in force
 * @param rules what holds; see {@link PolicyTree}
 * @param sets rules under a name, which hold where they are included
 */
public record PolicyBody(
    Optional<String> tenantId,
    int version,
    List<Map<String, Object>> rules,
    List<Map<String, Object>> sets,
    String note,
    String createdBy,
    Instant createdAt) {

  static PolicyBody of(PolicyVersion policy) {
    return new PolicyBody(
        policy.tenant().map(Object::toString),
        policy.version(),
        PolicyTree.rules(policy.document()),
        PolicyTree.sets(policy.document()),
        policy.note(),
        policy.createdBy(),
        policy.createdAt());
  }
}

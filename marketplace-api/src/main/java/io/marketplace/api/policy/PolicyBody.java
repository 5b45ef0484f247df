package io.marketplace.api.policy;

import io.marketplace.model.policy.PolicyVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A version of a policy.
 *
 * @param tenantId whose it is; absent: the platform's
 * @param version from 1; the highest is in force
 */
public record PolicyBody(
    Optional<String> tenantId,
    int version,
    List<RuleBody> rules,
    String note,
    String createdBy,
    Instant createdAt) {

  static PolicyBody of(PolicyVersion policy) {
    return new PolicyBody(
        policy.tenant().map(Object::toString),
        policy.version(),
        policy.rules().stream().map(RuleBody::of).toList(),
        policy.note(),
        policy.createdBy(),
        policy.createdAt());
  }
}

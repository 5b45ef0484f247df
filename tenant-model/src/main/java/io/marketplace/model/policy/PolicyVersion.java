package io.marketplace.model.policy;

import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of a policy; versions are never changed, the highest is in force.
 *
 * @param tenant whose it is; empty: the platform's, which every tenant starts from
 * @param version from 1
 * @param document the rules as they were written
 * @param note why it was written
 * @param createdBy who wrote it, to show
 * @param createdAt when
 */
public record PolicyVersion(
    Optional<TenantId> tenant,
    int version,
    PolicyDocument document,
    String note,
    String createdBy,
    Instant createdAt) {}

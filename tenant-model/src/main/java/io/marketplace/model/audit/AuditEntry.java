package io.marketplace.model.audit;

import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/**
 * One change, as a use case reports it.
 *
 * @param tenant whose thing was changed; empty for the platform's
 * @param author who did it
 * @param action what was done: {@code access.approved}, {@code key.issued}, {@code pool.created}, …
 * @param subjectType the kind of thing: {@code access-request}, {@code key}, {@code pool}, …
 * @param subjectId the thing's identifier
 * @param before its state before; {@link Facts#NONE} for a creation
 * @param after its state after
 */
public record AuditEntry(
    Optional<TenantId> tenant,
    Author author,
    String action,
    String subjectType,
    String subjectId,
    Facts before,
    Facts after) {}

package io.marketplace.model.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One entry of the trail, as readers see it.
 *
 * @param id its identifier, ordered by time
 * @param at when it was written
 * @param tenantName whose thing was changed; empty for the platform's
 * @param author who did it
 * @param action what was done
 * @param subjectType the kind of thing
 * @param subjectId the thing's identifier
 * @param before its state before
 * @param after its state after
 * @param sequence its place in the chain of its tenant or of the platform
 * @param hash its hash in that chain, 64 hexadecimal digits
 */
public record AuditEvent(
    UUID id,
    Instant at,
    Optional<String> tenantName,
    Author author,
    String action,
    String subjectType,
    String subjectId,
    Facts before,
    Facts after,
    long sequence,
    String hash) {}

package io.marketplace.model.tenant;

import io.marketplace.model.kernel.TenantId;
import java.time.Instant;

/**
 * A tenant, as readers see it.
 *
 * @param id the identifier
 * @param slug the short name
 * @param name what to show
 * @param thresholds when a second approval is needed
 * @param createdAt since when it is there
 * @param teams how many teams it has
 * @param applications how many live applications it has
 * @param people how many people have signed in
 */
public record TenantView(
    TenantId id,
    String slug,
    String name,
    ApprovalThresholds thresholds,
    Instant createdAt,
    long teams,
    long applications,
    long people) {}

package io.marketplace.model.metering;

import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a tenant's calls stay, to show.
 *
 * @param tenant the tenant
 * @param tenantName its name
 * @param days how long; empty: for ever
 * @param version 0 where nobody has ever set it
 * @param changedBy who set it last
 * @param changedAt when
 * @param lastRun the last removal; empty if there was none
 */
public record RetentionView(
    TenantId tenant,
    String tenantName,
    Optional<RetentionDays> days,
    int version,
    Optional<String> changedBy,
    Optional<Instant> changedAt,
    Optional<RetentionRun> lastRun) {}

package io.marketplace.model.metering;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a tenant's calls stay in the ledger one by one.
 *
 * @param tenant the tenant
 * @param days how long; empty: for ever
 * @param version from 1; grows with every change
 * @param changedBy who changed it last, to show
 * @param changedAt when
 */
public record Retention(
    TenantId tenant,
    Optional<RetentionDays> days,
    int version,
    String changedBy,
    Instant changedAt) {

  Facts facts() {
    return Facts.of("days", days.map(kept -> Integer.toString(kept.value())).orElse("for ever"));
  }
}

package io.marketplace.model.audit;

import io.marketplace.model.kernel.TenantId;
import java.util.Optional;

/**
 * Where a chain stands.
 *
 * @param tenant whose; empty for the platform's
 * @param tenantName what to show of the tenant
 * @param sequence the place of the last entry; 0 before the first
 * @param hash the last entry's, 64 hexadecimal digits
 * @param seal of the two by {@link AuditSeal}, in hexadecimal digits; empty if none was set
 */
public record ChainHead(
    Optional<TenantId> tenant,
    Optional<String> tenantName,
    long sequence,
    String hash,
    Optional<String> seal) {}

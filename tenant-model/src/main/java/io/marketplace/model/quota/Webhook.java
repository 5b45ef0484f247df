package io.marketplace.model.quota;

import io.marketplace.model.kernel.TenantId;
import java.time.Instant;

/**
 * Where a tenant is told of its budgets' signals.
 *
 * @param tenant whose
 * @param url what is called
 * @param updatedBy who set it
 * @param updatedAt when
 */
public record Webhook(TenantId tenant, String url, String updatedBy, Instant updatedAt) {}

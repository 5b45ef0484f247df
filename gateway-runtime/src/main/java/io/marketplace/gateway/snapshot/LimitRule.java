package io.marketplace.gateway.snapshot;

import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.LimitId;

/**
 * A limit that counts calls; 0 where something is not limited.
 *
 * @param version grows with every change of the limit
 * @param scopeType {@code key}, {@code application}, {@code team} or {@code tenant}
 * @param requestsPerMinute calls a minute
 * @param tokensPerMinute prompt and completion tokens a minute
 * @param concurrency calls under way at a time
 */
public record LimitRule(
    LimitId id,
    TenantId tenant,
    int version,
    String scopeType,
    long requestsPerMinute,
    long tokensPerMinute,
    int concurrency) {}

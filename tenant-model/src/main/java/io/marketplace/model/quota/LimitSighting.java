package io.marketplace.model.quota;

import io.marketplace.model.kernel.TenantId;

/**
 * What one gateway saw of a limit's use.
 *
 * @param limit the limit
 * @param tenant whose calls it limits
 * @param requests calls it admitted within the last minute
 * @param tokens tokens used by calls that ended within the last minute
 * @param refused calls it refused within the last minute because of this limit
 * @param inFlight its calls under way
 */
public record LimitSighting(
    LimitId limit, TenantId tenant, long requests, long tokens, long refused, int inFlight) {}

package io.marketplace.model.metering;

import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * Who served a call.
 *
 * @param pool the pool
 * @param provider its provider
 * @param model the provider's own name of the model
 * @param priceVersion the version of the price it was charged by; null when no price was known
 */
public record ServedBy(
    PoolId pool, ProviderId provider, String model, @Nullable Integer priceVersion) {}

package io.marketplace.model.snapshot;

import io.marketplace.model.routing.PoolId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one gateway saw of a pool.
 *
 * @param pool the pool
 * @param at when
 * @param up whether any endpoint answered
 * @param inFlight this gateway's own calls under way
 * @param capacity calls the pool takes at a time; null where unknown
 * @param latencyMs how long the probe took, in milliseconds; null when nothing answered
 */
public record PoolSighting(
    PoolId pool,
    Instant at,
    boolean up,
    int inFlight,
    @Nullable Integer capacity,
    @Nullable Double latencyMs) {}

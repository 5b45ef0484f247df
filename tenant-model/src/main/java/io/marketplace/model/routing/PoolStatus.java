package io.marketplace.model.routing;

import java.time.Instant;
import java.util.Optional;

/**
 * How a pool does, by the gateways' probes.
 *
 * @param id the pool
 * @param name its name
 * @param up whether any gateway reached it at its last probe of the last minute; empty while none
 *     has tried
 * @param uptime share of the last 24 hours' probes that reached it, 0 to 1
 * @param inFlight requests under way, summed over the gateways
 * @param capacity requests at a time, where known
 * @param utilisation {@code inFlight / capacity}, where the capacity is known
 * @param latencyMs latency of the last probes, in milliseconds
 * @param lastSeen when it was last reached
 */
public record PoolStatus(
    PoolId id,
    String name,
    Optional<Boolean> up,
    Optional<Double> uptime,
    int inFlight,
    Optional<Integer> capacity,
    Optional<Double> utilisation,
    Optional<Double> latencyMs,
    Optional<Instant> lastSeen) {}

package io.marketplace.api.routing;

import io.marketplace.model.routing.PoolStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * How a pool does, by the gateways' probes.
 *
 * @param up absent while no gateway has tried in the last minute
 * @param uptime share of the last day's probes that reached it, 0 to 1
 * @param utilisation requests under way over capacity
 */
public record PoolStatusBody(
    String id,
    String name,
    Optional<Boolean> up,
    Optional<Double> uptime,
    int inFlight,
    Optional<Integer> capacity,
    Optional<Double> utilisation,
    Optional<Double> latencyMs,
    Optional<Instant> lastSeen) {

  static PoolStatusBody of(PoolStatus status) {
    return new PoolStatusBody(
        status.id().toString(),
        status.name(),
        status.up(),
        status.uptime(),
        status.inFlight(),
        status.capacity(),
        status.utilisation(),
        status.latencyMs(),
        status.lastSeen());
  }
}

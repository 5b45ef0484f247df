package io.marketplace.api.routing;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.PlatformKpis;
import java.util.List;
import java.util.Optional;

/**
 * The four figures the platform team steers by, of the last 24 hours.
 *
 * @param uptime share of the pools' probes that succeeded, 0 to 1
 * @param utilisation requests under way over capacity
 */
public record KpisBody(
    long tokens,
    NanoUsd costUsd,
    Optional<NanoUsd> costUsdPerMillionTokens,
    List<LatencyBody> latencies,
    Optional<Double> uptime,
    Optional<Double> utilisation) {

  /** Latency of a tier's answered calls, in milliseconds. */
  public record LatencyBody(
      String tier,
      long calls,
      double p50Ms,
      double p95Ms,
      Optional<Double> p50TtftMs,
      Optional<Double> p95TtftMs) {

    static LatencyBody of(PlatformKpis.TierLatency latency) {
      return new LatencyBody(
          latency.tier().code(),
          latency.calls(),
          latency.p50Ms(),
          latency.p95Ms(),
          latency.p50TtftMs(),
          latency.p95TtftMs());
    }
  }

  static KpisBody of(PlatformKpis kpis) {
    return new KpisBody(
        kpis.tokens(),
        kpis.cost(),
        kpis.costPerMillion(),
        kpis.latencies().stream().map(LatencyBody::of).toList(),
        kpis.uptime(),
        kpis.utilisation());
  }
}

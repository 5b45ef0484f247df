package io.marketplace.model.routing;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import java.util.List;
import java.util.Optional;

/**
 * The four figures the platform team steers by, of the last 24 hours.
 *
 * @param tokens prompt and completion tokens
 * @param cost what they cost
 * @param costPerMillion cost of a million tokens; empty without tokens
 * @param latencies per tier that was called, in the tiers' order
 * @param uptime share of all pools' probes that succeeded, 0 to 1; empty without a probe
 * @param utilisation requests under way over capacity, over the pools whose capacity is known
 */
public record PlatformKpis(
    long tokens,
    NanoUsd cost,
    Optional<NanoUsd> costPerMillion,
    List<TierLatency> latencies,
    Optional<Double> uptime,
    Optional<Double> utilisation) {

  /** Copies the list. */
  public PlatformKpis {
    latencies = List.copyOf(latencies);
  }

  /**
   * Latency of a tier's answered calls, in milliseconds.
   *
   * @param tier the tier
   * @param calls how many
   * @param p50Ms half were faster
   * @param p95Ms 95 of 100 were faster
   * @param p50TtftMs the same of the first token, of streamed calls
   * @param p95TtftMs the same of the first token, of streamed calls
   */
  public record TierLatency(
      Tier tier,
      long calls,
      double p50Ms,
      double p95Ms,
      Optional<Double> p50TtftMs,
      Optional<Double> p95TtftMs) {}
}

package io.marketplace.api.catalogue;

import io.marketplace.model.catalogue.TierView;
import java.util.Optional;

/**
 * A tier, as described and as measured over the last 30 days.
 *
 * @param tier the alias that applications call
 * @param served whether a pool that is up serves it
 * @param access whether an application of the caller has an active grant for it
 * @param calls answered calls that the caller may see
 * @param share their share of all of these, 0 to 1
 */
public record TierBody(
    String tier,
    String name,
    Optional<String> tagline,
    String purpose,
    Optional<String> useWhen,
    Optional<String> useNotWhen,
    Optional<String> volumeShare,
    Optional<String> relativeCost,
    Optional<String> performanceTarget,
    Optional<String> scalingPolicy,
    Optional<String> gpuAllocation,
    Optional<String> source,
    boolean served,
    int pools,
    boolean access,
    long calls,
    Optional<Double> share,
    Optional<Double> p95TtftMs,
    Optional<Double> p95LatencyMs) {

  static TierBody of(TierView view) {
    return new TierBody(
        view.tier().code(),
        view.name(),
        view.tagline(),
        view.purpose(),
        view.useWhen(),
        view.useNotWhen(),
        view.volumeShare(),
        view.relativeCost(),
        view.performanceTarget(),
        view.scalingPolicy(),
        view.gpuAllocation(),
        view.source(),
        view.served(),
        view.pools(),
        view.access(),
        view.calls(),
        view.share(),
        view.p95TtftMs(),
        view.p95LatencyMs());
  }
}

package io.marketplace.model.catalogue;

import java.util.Optional;

/**
 * A tier, as the catalogue describes it and as it was measured. Measured values are of the last 30
 * days, over the calls the actor may see, and empty until there is one.
 *
 * @param tier the tier
 * @param name what to show
 * @param tagline a few words
 * @param purpose what it is for
 * @param useWhen when to use it
 * @param useNotWhen when not to
 * @param volumeShare the share of traffic to expect
 * @param relativeCost cost against the other tiers
 * @param performanceTarget what is aimed at
 * @param scalingPolicy how it is scaled
 * @param gpuAllocation what hardware it is given
 * @param source where these stand
 * @param served whether a pool that is up serves it
 * @param pools how many pools are routed for it
 * @param access whether an application of the actor has an active grant for it
 * @param calls answered calls in the last 30 days
 * @param share their share of all answered calls, 0 to 1
 * @param p95TtftMs 95th percentile of the time to the first token, in milliseconds
 * @param p95LatencyMs 95th percentile of the time to the last byte, in milliseconds
 */
public record TierView(
    Tier tier,
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
    Optional<Double> p95LatencyMs) {}

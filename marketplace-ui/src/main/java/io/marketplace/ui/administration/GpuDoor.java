package io.marketplace.ui.administration;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.routing.GpuPrice;
import io.marketplace.model.routing.GpuQueries;
import io.marketplace.model.routing.PoolHour;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.SetGpuPrice;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What own pools' hours cost: what is read of it and what is done to it. */
@Singleton
final class GpuDoor {

  private static final Duration SHOWN = Duration.ofHours(24);

  private final GpuQueries gpus;
  private final SetGpuPrice pricing;
  private final Clock clock;

  @Inject
  GpuDoor(GpuQueries gpus, SetGpuPrice pricing, Clock clock) {
    this.gpus = gpus;
    this.pricing = pricing;
    this.clock = clock;
  }

  Optional<GpuPrice> price(Actor actor, PoolId pool) {
    return gpus.versions(actor, pool, PageRequest.first(1)).items().stream().findFirst();
  }

  /** The last 24 hours, newest first. */
  List<PoolHour> hours(Actor actor, PoolId pool) {
    Instant now = clock.instant();
    return gpus.hours(actor, pool, now.minus(SHOWN), now);
  }

  GpuPrice set(Actor actor, PoolId pool, NanoUsd gpuHour, int gpus) {
    return pricing.set(actor, pool, gpuHour, gpus);
  }
}

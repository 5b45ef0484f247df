package io.marketplace.model.routing;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** A platform administrator sets what an own pool's GPUs cost from now on. */
@Singleton
public final class SetGpuPrice {

  /** A thousand dollars an hour for one GPU: beyond it somebody slipped. */
  private static final NanoUsd DEAREST = NanoUsd.parse("price", "1000");

  private static final int MOST_GPUS = 100_000;

  private final Work work;
  private final Pools pools;
  private final GpuPrices prices;
  private final AuditTrail audit;
  private final Clock clock;

  /** Works on {@code prices}. */
  @Inject
  public SetGpuPrice(Work work, Pools pools, GpuPrices prices, AuditTrail audit, Clock clock) {
    this.work = work;
    this.pools = pools;
    this.prices = prices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds a version; hours that have passed keep the price they had.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden}, {@code not_found}
   *     or {@code invalid_request_error}
   */
  public GpuPrice set(Actor actor, PoolId id, NanoUsd gpuHour, int gpus) {
    actor.require(Role.PLATFORM_ADMIN);
    if (gpuHour.compareTo(DEAREST) > 0) {
      throw Input.invalid("gpuHourUsd", "gpuHourUsd must be at most 1,000 US dollars.");
    }
    if (gpus < 1 || gpus > MOST_GPUS) {
      throw Input.invalid("gpus", "gpus must be 1 to 100,000.");
    }
    return work.in(
        Scope.PLATFORM,
        () -> {
          Pool pool = pools.find(id).orElseThrow(PoolCheck::unknown);
          Optional<GpuPrice> before = prices.inForce(id);
          GpuPrice next =
              new GpuPrice(
                  before.map(GpuPrice::version).orElse(0) + 1,
                  gpuHour,
                  gpus,
                  actor.name(),
                  clock.instant());
          prices.add(id, next);
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "gpu-price.set",
                  "pool",
                  id.toString(),
                  before.map(price -> facts(pool, price)).orElse(Facts.NONE),
                  facts(pool, next)));
          return next;
        });
  }

  private static Facts facts(Pool pool, GpuPrice price) {
    return Facts.of("pool", pool.name())
        .with("gpuHour", "$" + price.gpuHour().toDollars())
        .with("gpus", price.gpus())
        .with("version", price.version());
  }
}

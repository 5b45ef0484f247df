package io.marketplace.model.routing;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A platform administrator sets what a model's tokens cost from now on. */
@Singleton
public final class SetPrice {

  private final Work work;
  private final Pools pools;
  private final AuditTrail audit;

  /** Works on {@code pools}. */
  @Inject
  public SetPrice(Work work, Pools pools, AuditTrail audit) {
    this.work = work;
    this.pools = pools;
    this.audit = audit;
  }

  /**
   * Adds a version of the price; calls that were made keep the price they were made at.
   *
   * @throws MarketplaceException {@code forbidden}, {@code not_found} if the pool does not serve
   *     the model, or {@code invalid_request_error}
   */
  public Price set(Actor actor, PoolId id, String model, PriceForm price) {
    actor.require(Role.PLATFORM_ADMIN);
    PriceForm checked = PoolCheck.price(price);
    return work.in(
        Scope.PLATFORM,
        () -> {
          Pool pool = pools.find(id).orElseThrow(PoolCheck::unknown);
          PoolModel before =
              pool.models().stream()
                  .filter(served -> served.name().equals(model))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND, "The pool does not serve this model."));
          Price after = pools.addPrice(id, model, checked, actor.name());
          audit.record(
              new AuditEntry(
                  Optional.empty(),
                  Author.of(actor),
                  "price.set",
                  "pool",
                  id.toString(),
                  Facts.NONE
                      .with("model", model)
                      .with("price", before.price().map(PoolCheck::words)),
                  Facts.of("model", model).with("price", PoolCheck.words(after))));
          return after;
        });
  }
}

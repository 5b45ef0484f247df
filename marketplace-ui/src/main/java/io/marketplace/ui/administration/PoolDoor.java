package io.marketplace.ui.administration;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.routing.ArchivePool;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.PoolStatus;
import io.marketplace.model.routing.Price;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.RegisterPool;
import io.marketplace.model.routing.RoutingQueries;
import io.marketplace.model.routing.SetPrice;
import io.marketplace.model.routing.UpdatePool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalInt;

/** Pools and prices: what is read of them and what is done to them. */
@Singleton
final class PoolDoor {

  private final RoutingQueries routing;
  private final RegisterPool registering;
  private final UpdatePool updating;
  private final ArchivePool archiving;
  private final SetPrice pricing;

  @Inject
  PoolDoor(
      RoutingQueries routing,
      RegisterPool registering,
      UpdatePool updating,
      ArchivePool archiving,
      SetPrice pricing) {
    this.routing = routing;
    this.registering = registering;
    this.updating = updating;
    this.archiving = archiving;
    this.pricing = pricing;
  }

  Page<Pool> pools(Actor actor, PageRequest page) {
    return routing.pools(actor, page);
  }

  Pool pool(Actor actor, PoolId id) {
    return routing.pool(actor, id);
  }

  Page<PoolStatus> statuses(Actor actor, PageRequest page) {
    return routing.statuses(actor, page);
  }

  Page<Price> prices(Actor actor, PoolId pool, String model, PageRequest page) {
    return routing.prices(actor, pool, model, page);
  }

  /** The providers to choose from, the first 200 by name. */
  List<Provider> providers(Actor actor) {
    return routing.providers(actor, PageRequest.first(PageRequest.MAX)).items();
  }

  Pool register(Actor actor, PoolForm form) {
    return registering.register(actor, form);
  }

  /** Changes the pool that was looked at; refuses if somebody changed it meanwhile. */
  void update(Actor actor, Pool seen, PoolForm form) {
    updating.update(actor, seen.id(), form, OptionalInt.of(seen.version()));
  }

  void archive(Actor actor, Pool seen) {
    archiving.archive(actor, seen.id(), OptionalInt.of(seen.version()));
  }

  Price price(Actor actor, PoolId pool, String model, PriceForm price) {
    return pricing.set(actor, pool, model, price);
  }
}

package io.marketplace.ui.administration;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.routing.Alias;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PutRoute;
import io.marketplace.model.routing.Route;
import io.marketplace.model.routing.RouteBody;
import io.marketplace.model.routing.RoutingQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Routes: what is read of them and what writes them. */
@Singleton
final class RouteDoor {

  private final RoutingQueries routing;
  private final PutRoute putting;

  @Inject
  RouteDoor(RoutingQueries routing, PutRoute putting) {
    this.routing = routing;
    this.putting = putting;
  }

  Page<Route> routes(Actor actor, PageRequest page) {
    return routing.routes(actor, page);
  }

  Route route(Actor actor, Alias alias) {
    return routing.route(actor, alias);
  }

  Page<Route> versions(Actor actor, Alias alias, PageRequest page) {
    return routing.versions(actor, alias, page);
  }

  /** The pools to choose from, the first 200 by name. */
  List<Pool> pools(Actor actor) {
    return routing.pools(actor, PageRequest.first(PageRequest.MAX)).items();
  }

  Route put(Actor actor, Alias alias, Optional<Tier> tier, RouteBody body, OptionalInt version) {
    return putting.put(actor, alias, tier, body, version);
  }
}

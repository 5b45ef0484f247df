package io.marketplace.model.routing;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;

/**
 * Reads providers, pools and routes. Everybody who has signed in may; the addresses of endpoints
 * are shown to platform administrators and auditors alone.
 */
public interface RoutingQueries {

  /** The providers that are not archived, by name. */
  Page<Provider> providers(Actor actor, PageRequest page);

  /**
   * One provider.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}
   */
  Provider provider(Actor actor, ProviderId id);

  /** The pools that are not archived, by name. */
  Page<Pool> pools(Actor actor, PageRequest page);

  /**
   * One pool, archived or not.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}
   */
  Pool pool(Actor actor, PoolId id);

  /** How the pools do, by name. */
  Page<PoolStatus> statuses(Actor actor, PageRequest page);

  /** Every version of a model's price, newest first. */
  Page<Price> prices(Actor actor, PoolId pool, String model, PageRequest page);

  /** The routes in force for the actor's tenant (its own before the platform's), by alias. */
  Page<Route> routes(Actor actor, PageRequest page);

  /**
   * The route in force for the actor's tenant: its own, else the platform's.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code model_not_found}
   */
  Route route(Actor actor, Alias alias);

  /** Every version of an alias's route that the actor may see, newest first. */
  Page<Route> versions(Actor actor, Alias alias, PageRequest page);

  /**
   * The four figures of the platform team.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden} unless the actor
   *     runs the platform, reads its spend or audits it
   */
  PlatformKpis kpis(Actor actor);
}

package io.marketplace.db.routing;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Alias;
import io.marketplace.model.routing.PlatformKpis;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.PoolStatus;
import io.marketplace.model.routing.Price;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.Route;
import io.marketplace.model.routing.RoutingQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;

/** Reads providers, pools and routes. */
@Singleton
public final class SqlRoutingQueries implements RoutingQueries {

  private static final String PRICES =
      PoolRows.PRICE + "where pool_id = ? and model = ? order by version desc";

  private final Work work;
  private final Sql sql;
  private final SqlProviders providers;
  private final SqlRoutes routes;
  private final PoolFigures figures;

  /** Reads within {@code work}. */
  @Inject
  public SqlRoutingQueries(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
    this.providers = new SqlProviders(sql);
    this.routes = new SqlRoutes(sql);
    this.figures = new PoolFigures(sql);
  }

  @Override
  public Page<Provider> providers(Actor actor, PageRequest page) {
    return in(actor, () -> providers.page(page, runsPlatform(actor)));
  }

  @Override
  public Provider provider(Actor actor, ProviderId id) {
    return in(actor, () -> providers.find(id, runsPlatform(actor)))
        .orElseThrow(() -> missing("No provider has this identifier."));
  }

  @Override
  public Page<Pool> pools(Actor actor, PageRequest page) {
    return in(
        actor,
        () -> {
          Page<Pool> bare =
              sql.page(
                  page,
                  PoolRows.COLUMNS + "where p.archived_at is null order by lower(p.name), p.id",
                  PoolRows::bare);
          return new Page<>(
              PoolRows.withModels(sql, bare.items(), seesEndpoints(actor)), bare.more());
        });
  }

  @Override
  public Pool pool(Actor actor, PoolId id) {
    return in(
            actor,
            () -> {
              List<Pool> found =
                  sql.list(PoolRows.COLUMNS + "where p.id = ?", PoolRows::bare, id.value());
              return PoolRows.withModels(sql, found, seesEndpoints(actor)).stream().findFirst();
            })
        .orElseThrow(() -> missing("No pool has this identifier."));
  }

  @Override
  public Page<PoolStatus> statuses(Actor actor, PageRequest page) {
    return in(actor, () -> figures.statuses(page));
  }

  @Override
  public Page<Price> prices(Actor actor, PoolId pool, String model, PageRequest page) {
    return in(
        actor,
        () ->
            sql.page(
                page,
                PRICES,
                row -> PoolRows.price(row, (int) row.number(1), 2),
                pool.value(),
                model));
  }

  @Override
  public Page<Route> routes(Actor actor, PageRequest page) {
    return in(actor, () -> routes.inForce(page));
  }

  @Override
  public Route route(Actor actor, Alias alias) {
    return in(actor, () -> routes.inForce(alias))
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.MODEL_NOT_FOUND, "No route bears the alias " + alias + "."));
  }

  @Override
  public Page<Route> versions(Actor actor, Alias alias, PageRequest page) {
    return in(actor, () -> routes.versions(alias, page));
  }

  @Override
  public PlatformKpis kpis(Actor actor) {
    actor.require(Role.PLATFORM_ADMIN, Role.FINOPS, Role.AUDITOR);
    return in(actor, figures::kpis);
  }

  private <T> T in(Actor actor, Supplier<T> body) {
    return work.in(actor.scope(), body);
  }

  private static boolean runsPlatform(Actor actor) {
    return actor.is(Role.PLATFORM_ADMIN);
  }

  private static boolean seesEndpoints(Actor actor) {
    return runsPlatform(actor) || actor.is(Role.AUDITOR);
  }

  private static MarketplaceException missing(String sentence) {
    return new MarketplaceException(ProblemCode.NOT_FOUND, sentence);
  }
}

package io.marketplace.db.routing;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Ids;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.routing.Alias;
import io.marketplace.model.routing.Route;
import io.marketplace.model.routing.Routes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The versions in {@code route}. */
@Singleton
public final class SqlRoutes implements Routes {

  private static final String COLUMNS =
      "select tenant_id, alias, tier, version::bigint, body::text, created_by, created_at, removed ";

  private static final String IN_FORCE =
      """
      from (select distinct on (alias) * from route_in_force
        where tenant_id is null or tenant_id = current_tenant()
        order by alias, (tenant_id is null)) r
      """;

  private final Sql sql;

  /** Speaks through {@code sql}. */
  @Inject
  public SqlRoutes(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Route> newest(Optional<TenantId> owner, Alias alias) {
    return sql.one(
        COLUMNS
            + "from route where tenant_id is not distinct from ?::uuid and alias = ?"
            + " order by version desc limit 1",
        SqlRoutes::route,
        owner.map(TenantId::value),
        alias.value());
  }

  @Override
  public void add(Route route) {
    sql.change(
        """
        insert into route (id, tenant_id, alias, tier, version, body, created_by, created_at, removed)
        values (?, ?::uuid, ?, ?, ?, ?::jsonb, ?, ?, ?)
        """,
        Ids.next(),
        route.tenant().map(TenantId::value),
        route.alias().value(),
        route.tier().code(),
        route.version(),
        RouteJson.write(route.body()),
        route.createdBy(),
        route.createdAt(),
        route.removed());
  }

  /** In force for the tenant of the unit of work, or the platform's where it has none. */
  Page<Route> inForce(PageRequest page) {
    return sql.page(page, COLUMNS + IN_FORCE + "order by alias", SqlRoutes::route);
  }

  /** In force for the tenant of the unit of work, or the platform's where it has none. */
  Optional<Route> inForce(Alias alias) {
    return sql.one(COLUMNS + IN_FORCE + "where alias = ?", SqlRoutes::route, alias.value());
  }

  Page<Route> versions(Alias alias, PageRequest page) {
    return sql.page(
        page,
        COLUMNS + "from route where alias = ? order by created_at desc, id desc",
        SqlRoutes::route,
        alias.value());
  }

  private static Route route(Row row) {
    return new Route(
        row.optionalId(1).map(TenantId::new),
        new Alias(row.text(2)),
        Tier.of(row.text(3)).orElseThrow(() -> new IllegalStateException("no such tier")),
        (int) row.number(4),
        RouteJson.read(row.text(5)),
        row.text(6),
        row.moment(7),
        row.flag(8));
  }
}

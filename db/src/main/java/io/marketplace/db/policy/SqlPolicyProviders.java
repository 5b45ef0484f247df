package io.marketplace.db.policy;

import io.marketplace.db.json.Json;
import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.policy.PolicyHop;
import io.marketplace.model.policy.PolicyProviders;
import io.marketplace.model.policy.ProviderTraits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Providers and the routes that lead to them, from the tables of routing. */
@Singleton
public final class SqlPolicyProviders implements PolicyProviders {

  private static final String TRAITS =
      "v.name, v.jurisdiction, v.processing_places, v.attributes::text";

  // candidates come before fallbacks, each in the order of the route
  private static final String HOPS =
      """
      with body as (
        select body from route_in_force where alias = ? and (tenant_id = ?::uuid or tenant_id is null)
        order by tenant_id nulls last limit 1),
      hop as (
        select 0 as part, place, c from body, jsonb_path_query(body, '$.candidates[*]') with ordinality as x(c, place)
        union all
        select 1, place, c from body, jsonb_path_query(body, '$.fallback[*][*]') with ordinality as x(c, place))
      select %s, p.name, hop.c ->> 'model'
      from hop join pool p on p.id::text = hop.c ->> 'poolId' join provider v on v.id = p.provider_id
      where p.archived_at is null and v.archived_at is null
      order by hop.part, hop.place
      """
          .formatted(TRAITS);

  private final Sql sql;

  /** Reads through {@code sql}. */
  @Inject
  public SqlPolicyProviders(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<ProviderTraits> all() {
    return sql.list(
        "select " + TRAITS + " from provider v order by lower(v.name), v.id",
        row -> traits(row, 1));
  }

  @Override
  public List<PolicyHop> hops(Optional<TenantId> tenant, String alias) {
    return sql.list(
        HOPS,
        row -> new PolicyHop(row.text(5), row.optionalText(6).orElse(""), traits(row, 1)),
        alias,
        tenant.map(TenantId::value));
  }

  /** Reads a provider from {@link #TRAITS} at {@code column} and the three after it. */
  static ProviderTraits traits(Row row, int column) {
    return ProviderTraits.of(
        row.text(column),
        row.text(column + 1),
        row.texts(column + 2),
        Json.readMap(row.text(column + 3)));
  }
}

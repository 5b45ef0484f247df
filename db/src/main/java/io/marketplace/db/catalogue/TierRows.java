package io.marketplace.db.catalogue;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.db.metering.SpeedSql;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.catalogue.TierView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads tiers with what is measured of them. */
final class TierRows {

  private static final String SIGHT = "(?::boolean or u.team_id = any(?))";

  private static final String ACCESS =
      """
      select distinct g.tier from access_grant g join application u on u.id = g.application_id
      where g.state = 'active' and (g.until is null or g.until > now()) and u.archived_at is null
        and %s
      """
          .formatted(SIGHT);

  private static final String TIERS =
      "with present as ("
          + Serving.PRESENT
          + ") "
          + """
          , in_force as (
            select distinct on (alias) tier, alias, body from route_in_force
            where tenant_id is null or tenant_id = current_tenant()
            order by alias, (tenant_id is null)),
          routed as (
            select distinct f.tier, (jsonb_path_query(f.body, '$.**.poolId') #>> '{}')::uuid as pool_id
            from in_force f where f.alias = f.tier),
          served as (
            select r.tier, count(*) as pools, bool_or(coalesce(n.up, false)) as up
            from routed r join pool p on p.id = r.pool_id and p.archived_at is null
            left join present n on n.pool_id = p.id
            group by r.tier),
          """
          + SpeedSql.percentiles("30 days", SIGHT)
          + """
          select t.code, t.name, t.tagline, t.purpose, t.use_when, t.use_not_when, t.volume_share,
            t.relative_cost, t.performance_target, t.scaling_policy, t.gpu_allocation, t.source,
            coalesce(s.up, false), coalesce(s.pools, 0), coalesce(c.calls, 0),
            c.calls::double precision / nullif(sum(c.calls) over (), 0)::double precision,
            c.first_95, c.whole_95
          from tier t left join served s on s.tier = t.code left join speed c on c.tier = t.code
          order by t.ordinal
          """;

  private TierRows() {}

  static List<TierView> read(Sql sql, Sight sight) {
    Set<Tier> access = access(sql, sight);
    return sql.list(TIERS, row -> tier(row, access), sight.whole(), sight.teams());
  }

  /** The tiers that an application within sight has an active grant for. */
  static Set<Tier> access(Sql sql, Sight sight) {
    return sql
        .list(ACCESS, row -> CardRows.tier(row.text(1)), sight.whole(), sight.teams())
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private static TierView tier(Row row, Set<Tier> access) {
    Tier tier = CardRows.tier(row.text(1));
    Optional<Double> share = row.optionalDecimal(16);
    return new TierView(
        tier,
        row.text(2),
        row.optionalText(3),
        row.text(4),
        row.optionalText(5),
        row.optionalText(6),
        row.optionalText(7),
        row.optionalText(8),
        row.optionalText(9),
        row.optionalText(10),
        row.optionalText(11),
        row.optionalText(12),
        row.flag(13),
        (int) row.number(14),
        access.contains(tier),
        row.number(15),
        share,
        row.optionalDecimal(17),
        row.optionalDecimal(18));
  }
}

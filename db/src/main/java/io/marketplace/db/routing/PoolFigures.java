package io.marketplace.db.routing;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.db.metering.SpeedSql;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.routing.PlatformKpis;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.PoolStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What gateways' probes and the ledger tell of pools. */
final class PoolFigures {

  // The newest probe of each replica; one that has not been heard for a minute does not count.
  private static final String NOW =
      """
      with newest as (
        select distinct on (pool_id, replica) * from pool_probe
        where at > now() - interval '1 minute'
        order by pool_id, replica, at desc),
      present as (
        select pool_id, bool_or(up) as up, sum(in_flight)::bigint as in_flight,
          max(capacity)::bigint as capacity,
          (avg(latency_ms) filter (where up))::double precision as latency_ms
        from newest group by pool_id)
      """;

  private static final String STATUSES =
      NOW
          + """
          , day as (
            select pool_id, avg(up::int)::double precision as uptime, max(at) filter (where up) as seen
            from pool_probe where at > now() - interval '24 hours' group by pool_id)
          select p.id, p.name, n.up, d.uptime, coalesce(n.in_flight, 0),
            coalesce(p.capacity::bigint, n.capacity), n.latency_ms, d.seen
          from pool p left join present n on n.pool_id = p.id left join day d on d.pool_id = p.id
          where p.archived_at is null
          order by lower(p.name), p.id
          """;

  private static final String USED =
      """
      select coalesce(sum(prompt_tokens + completion_tokens), 0)::bigint,
        coalesce(sum(cost_nano), 0)::bigint
      from usage_hour where hour > now() - interval '24 hours'
      """;

  private static final String LATENCIES =
      "with "
          + SpeedSql.percentiles("24 hours", "true")
          + """
          select u.tier, u.calls, u.whole_50, u.whole_95, u.first_50, u.first_95
          from speed u join tier t on t.code = u.tier order by t.ordinal
          """;

  private static final String HEALTH =
      NOW
          + """
          select
            (select avg(b.up::int)::double precision from pool_probe b join pool p on p.id = b.pool_id
              where b.at > now() - interval '24 hours' and p.archived_at is null),
            (select sum(coalesce(n.in_flight, 0))::double precision
                / nullif(sum(coalesce(p.capacity::bigint, n.capacity)), 0)
              from pool p left join present n on n.pool_id = p.id
              where p.archived_at is null and coalesce(p.capacity::bigint, n.capacity) is not null)
          """;

  private final Sql sql;

  PoolFigures(Sql sql) {
    this.sql = sql;
  }

  private record Used(long tokens, NanoUsd cost) {}

  private record Health(Optional<Double> uptime, Optional<Double> utilisation) {}

  Page<PoolStatus> statuses(PageRequest page) {
    return sql.page(page, STATUSES, PoolFigures::status);
  }

  private static PoolStatus status(Row row) {
    int inFlight = (int) row.number(5);
    Optional<Integer> capacity = row.optionalNumber(6).map(Long::intValue);
    return new PoolStatus(
        new PoolId(row.id(1)),
        row.text(2),
        row.optionalFlag(3),
        row.optionalDecimal(4),
        inFlight,
        capacity,
        capacity.map(all -> (double) inFlight / all),
        row.optionalDecimal(7),
        row.optionalMoment(8));
  }

  PlatformKpis kpis() {
    Used used =
        sql.one(USED, row -> new Used(row.number(1), new NanoUsd(row.number(2)))).orElseThrow();
    List<PlatformKpis.TierLatency> latencies = sql.list(LATENCIES, PoolFigures::latency);
    Health health =
        sql.one(HEALTH, row -> new Health(row.optionalDecimal(1), row.optionalDecimal(2)))
            .orElseThrow();
    return new PlatformKpis(
        used.tokens(),
        used.cost(),
        perMillion(used),
        latencies,
        health.uptime(),
        health.utilisation());
  }

  private static PlatformKpis.TierLatency latency(Row row) {
    return new PlatformKpis.TierLatency(
        Tier.of(row.text(1)).orElseThrow(() -> new IllegalStateException("no such tier")),
        row.number(2),
        row.decimal(3),
        row.decimal(4),
        row.optionalDecimal(5),
        row.optionalDecimal(6));
  }

  private static Optional<NanoUsd> perMillion(Used used) {
    if (used.tokens() == 0) {
      return Optional.empty();
    }
    BigDecimal cost = BigDecimal.valueOf(used.cost().value()).movePointRight(6);
    return Optional.of(
        new NanoUsd(
            cost.divide(BigDecimal.valueOf(used.tokens()), 0, RoundingMode.HALF_UP)
                .longValueExact()));
  }
}

package io.marketplace.db.metering;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.access.GrantId;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.GrantSpend;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** What grants have spent of their budgets this month. */
final class MonthSpend {

  private static final String GRANTS =
      """
      select g.id, g.tenant_id, u.team_id, t.name, u.id, u.name, g.tier, g.budget_nano,
        coalesce(s.cost, 0), coalesce(s.requests, 0)
      from access_grant g
      join application u on u.id = g.application_id
      join team t on t.id = u.team_id
      left join (select application_id, tier, sum(cost_nano)::bigint as cost, sum(requests)::bigint as requests
        from usage_hour where hour >= ? and hour < ? group by application_id, tier) s
        on s.application_id = g.application_id and s.tier = g.tier
      where g.state in ('active', 'suspended') and %s
      order by coalesce(s.cost, 0) desc, lower(u.name), g.tier, g.id
      """
          .formatted(UsageSql.SIGHT);

  // In a month's first minutes the pace of one call would foretell a fortune.
  private static final Duration LEAST = Duration.ofHours(1);

  private final Sql sql;
  private final Clock clock;

  MonthSpend(Sql sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  Page<GrantSpend> page(Sight sight, PageRequest page) {
    Instant now = clock.instant();
    YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
    Instant from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return sql.page(
        page, GRANTS, row -> spend(row, from, now, to), from, to, sight.whole(), sight.teams());
  }

  private static GrantSpend spend(Row row, Instant from, Instant now, Instant to) {
    NanoUsd spent = new NanoUsd(row.number(9));
    return new GrantSpend(
        new GrantId(row.id(1)),
        new TenantId(row.id(2)),
        new TeamId(row.id(3)),
        row.text(4),
        new ApplicationId(row.id(5)),
        row.text(6),
        Tier.of(row.text(7)).orElseThrow(() -> new IllegalStateException("no such tier")),
        new NanoUsd(row.number(8)),
        spent,
        forecast(spent, from, now, to),
        row.number(10));
  }

  /** Linear: what was spent, over the part of the month that has passed. */
  static NanoUsd forecast(NanoUsd spent, Instant from, Instant now, Instant to) {
    Duration passed = Duration.between(from, now);
    long seconds = Math.max(passed.toSeconds(), LEAST.toSeconds());
    return new NanoUsd(
        BigDecimal.valueOf(spent.value())
            .multiply(BigDecimal.valueOf(Duration.between(from, to).toSeconds()))
            .divide(BigDecimal.valueOf(seconds), 0, RoundingMode.HALF_UP)
            .min(BigDecimal.valueOf(Long.MAX_VALUE))
            .longValueExact());
  }
}

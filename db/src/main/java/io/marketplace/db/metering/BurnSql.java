package io.marketplace.db.metering;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.metering.Burn;
import io.marketplace.model.metering.Burner;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsagePeriod;
import io.marketplace.model.metering.UsageTotals;
import java.util.List;

/**
 * Who spends now, in one statement: what they are made of is read once, whatever is asked of it.
 */
final class BurnSql {

  private static final int FIXED = 12;

  private record Line(Burner burner, UsageTotals totals) {}

  private BurnSql() {}

  static Burn read(
      Sql sql, UsageSql usage, UsagePeriod now, List<UsageDimension> groupBy, PageRequest page) {
    Page<Line> lines =
        sql.page(page, statement(groupBy, usage), row -> line(row, groupBy), usage.parameters());
    if (lines.items().isEmpty() && page.offset() > 0) {
      // behind the end no row is left to tell the totals
      Burn first = read(sql, usage, now, groupBy, PageRequest.first(1));
      return new Burn(now, new Page<>(List.of(), false), first.totals());
    }
    return new Burn(
        now,
        lines.map(Line::burner),
        lines.items().stream().findFirst().map(Line::totals).orElse(UsageTotals.NONE));
  }

  private static String statement(List<UsageDimension> groupBy, UsageSql usage) {
    StringBuilder values = new StringBuilder();
    StringBuilder columns = new StringBuilder();
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < groupBy.size(); i++) {
      String column = "d" + i;
      values.append(UsageSql.value(groupBy.get(i))).append(" as ").append(column).append(", ");
      columns.append(column).append(", ");
      shown.append(", ").append(column).append(", ");
      shown.append(UsageSql.name(groupBy.get(i), column));
    }
    return """
        select n, prompt, cached, completion, cost, earlier, mostly,
          (sum(n) over ())::bigint, (sum(prompt) over ())::bigint, (sum(cached) over ())::bigint,
          (sum(completion) over ())::bigint, (sum(cost) over ())::bigint%4$s
        from (
          select %2$ssum(n)::bigint as n, sum(prompt)::bigint as prompt, sum(cached)::bigint as cached,
            sum(completion)::bigint as completion, sum(cost)::bigint as cost,
            sum(earlier)::bigint as earlier,
            (array_agg(tier order by cost desc) filter (where cost > 0))[1] as mostly
          from (
            select %1$su.tier,
              coalesce(sum(u.requests) filter (where not u.earlier), 0) as n,
              coalesce(sum(u.prompt_tokens) filter (where not u.earlier), 0) as prompt,
              coalesce(sum(u.cached_tokens) filter (where not u.earlier), 0) as cached,
              coalesce(sum(u.completion_tokens) filter (where not u.earlier), 0) as completion,
              coalesce(sum(u.cost_nano) filter (where not u.earlier), 0) as cost,
              coalesce(sum(u.cost_nano) filter (where u.earlier), 0) as earlier
            from %3$s where %5$s group by %2$su.tier) t
          group by %6$s having sum(n) > 0) g
        order by cost desc, n desc, %6$s
        """
        .formatted(
            values,
            columns,
            usage.source(),
            shown,
            usage.where(),
            columns.substring(0, columns.length() - 2));
  }

  private static Line line(Row row, List<UsageDimension> groupBy) {
    return new Line(
        new Burner(
            UsageGroups.group(row, groupBy, FIXED + 1),
            new NanoUsd(row.number(6)),
            row.optionalText(7)),
        UsageGroups.totals(row, 8));
  }
}

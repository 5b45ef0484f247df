package io.marketplace.db.metering;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.metering.AttemptEntry;
import io.marketplace.model.metering.BudgetShare;
import io.marketplace.model.metering.Burn;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.GrantSpend;
import io.marketplace.model.metering.SeriesPoint;
import io.marketplace.model.metering.UsageDetail;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsageEntry;
import io.marketplace.model.metering.UsageGroup;
import io.marketplace.model.metering.UsagePeriod;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.metering.UsageQuery;
import io.marketplace.model.metering.UsageReport;
import io.marketplace.model.metering.UsageTotals;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the ledger. */
@Singleton
public final class SqlUsageQueries implements UsageQueries {

  /** A group, and what stands on every row: how many groups there are, and their totals. */
  private record Line(UsageGroup group, long groups, UsageTotals totals) {}

  private final Work work;
  private final Sql sql;
  private final MonthSpend month;
  private final UsageExport export;
  private final Clock clock;

  /** Reads within {@code work}. */
  @Inject
  public SqlUsageQueries(Work work, Sql sql, Clock clock) {
    this.work = work;
    this.sql = sql;
    this.clock = clock;
    this.month = new MonthSpend(sql, clock);
    this.export = new UsageExport(work, sql);
  }

  @Override
  public UsageReport report(Actor actor, UsageQuery query, PageRequest page) {
    Sight sight = Sight.of(actor);
    return work.in(actor.scope(), () -> report(sight, query, page));
  }

  private UsageReport report(Sight sight, UsageQuery query, PageRequest page) {
    UsageSql usage = UsageSql.sums(sight, query, clock.instant());
    Page<Line> lines =
        sql.page(
            page,
            lines(query.groupBy(), usage),
            row -> line(row, query.groupBy()),
            usage.parameters());
    if (lines.items().isEmpty() && page.offset() > 0) {
      // behind the end no row is left to tell the totals
      UsageReport first = report(sight, query, PageRequest.first(1));
      return new UsageReport(new Page<>(List.of(), false), first.groups(), first.totals());
    }
    List<UsageGroup> groups = lines.items().stream().map(Line::group).toList();
    Optional<Line> any = lines.items().stream().findFirst();
    return new UsageReport(
        new Page<>(groups, lines.more()),
        any.map(Line::groups).orElse(0L),
        any.map(Line::totals).orElse(UsageTotals.NONE));
  }

  @Override
  public Burn burn(
      Actor actor,
      UsagePeriod now,
      UsagePeriod before,
      List<UsageDimension> groupBy,
      PageRequest page) {
    UsageSql usage = UsageSql.compared(Sight.of(actor), now, before, clock.instant());
    return work.in(actor.scope(), () -> BurnSql.read(sql, usage, now, groupBy, page));
  }

  private static String sums(List<UsageDimension> groupBy, UsageSql usage) {
    StringBuilder select = new StringBuilder("select ");
    StringBuilder by = new StringBuilder();
    for (int i = 0; i < groupBy.size(); i++) {
      select.append(UsageSql.value(groupBy.get(i))).append(" as d").append(i).append(", ");
      by.append(i == 0 ? "" : ", ").append(i + 1);
    }
    return select
        .append(
            "coalesce(sum(u.requests), 0)::bigint as n, coalesce(sum(u.prompt_tokens), 0)::bigint as prompt,")
        .append(" coalesce(sum(u.cached_tokens), 0)::bigint as cached,")
        .append(" coalesce(sum(u.completion_tokens), 0)::bigint as completion,")
        .append(" coalesce(sum(u.cost_nano), 0)::bigint as cost from ")
        .append(usage.source())
        .append(" where ")
        .append(usage.where())
        .append(groupBy.isEmpty() ? "" : " group by " + by)
        .toString();
  }

  /**
   * Groups, each with the number of all groups and their totals: what they are made of is read
   * once.
   */
  private static String lines(List<UsageDimension> groupBy, UsageSql usage) {
    return grouped(
        groupBy,
        usage,
        ", count(*) over (), (sum(n) over ())::bigint, (sum(prompt) over ())::bigint,"
            + " (sum(cached) over ())::bigint, (sum(completion) over ())::bigint,"
            + " (sum(cost) over ())::bigint");
  }

  private static String grouped(List<UsageDimension> groupBy, UsageSql usage, String more) {
    StringBuilder select = new StringBuilder("select n, prompt, cached, completion, cost");
    StringBuilder order = new StringBuilder();
    boolean daily = !groupBy.isEmpty() && groupBy.getFirst() == UsageDimension.DAY;
    order.append(daily ? "d0, cost desc, n desc" : "cost desc, n desc");
    for (int i = 0; i < groupBy.size(); i++) {
      select.append(", d").append(i).append(", ").append(UsageSql.name(groupBy.get(i), "d" + i));
      order.append(", d").append(i);
    }
    return select + more + " from (" + sums(groupBy, usage) + ") g order by " + order;
  }

  private static Line line(Row row, List<UsageDimension> groupBy) {
    int behind = 6 + 2 * groupBy.size();
    return new Line(
        UsageGroups.group(row, groupBy, 6),
        row.number(behind),
        UsageGroups.totals(row, behind + 1));
  }

  @Override
  public List<SeriesPoint> series(Actor actor, UsagePeriod period, UsageDimension split) {
    List<UsageDimension> groupBy = List.of(UsageDimension.DAY, split);
    UsageSql usage =
        UsageSql.sums(Sight.of(actor), new UsageQuery(period, groupBy, Map.of()), clock.instant());
    return work.in(
        actor.scope(),
        () ->
            sql.list(
                grouped(groupBy, usage, ""),
                row ->
                    new SeriesPoint(
                        LocalDate.parse(row.text(6)),
                        UsageGroups.value(row, 8),
                        UsageGroups.totals(row, 1)),
                usage.parameters()));
  }

  @Override
  public UsageDetail request(Actor actor, CallId id) {
    Sight sight = Sight.of(actor);
    return work.in(
            actor.scope(),
            () ->
                sql.one(
                        UsageEntries.COLUMNS + "u.request_id = ? and " + UsageSql.SIGHT,
                        UsageEntries::entry,
                        id.value(),
                        sight.whole(),
                        sight.teams())
                    .map(entry -> new UsageDetail(entry, attempts(id), shares(id))))
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.NOT_FOUND, "No call of yours has this identifier."));
  }

  private List<AttemptEntry> attempts(CallId id) {
    return sql.list(AttemptRows.OF_CALL, AttemptRows::entry, id.value());
  }

  private List<BudgetShare> shares(CallId id) {
    return sql.list(UsageEntries.SHARES, UsageEntries::share, id.value());
  }

  @Override
  public Page<UsageEntry> recent(Actor actor, UsageQuery query, PageRequest page) {
    UsageSql usage = UsageSql.rows(Sight.of(actor), query);
    return work.in(
        actor.scope(),
        () ->
            sql.page(
                page,
                UsageEntries.ordered(
                    usage.where(),
                    "u.started_at desc, u.request_id desc",
                    page.offset() + page.limit() + 1),
                UsageEntries::entry,
                usage.parameters()));
  }

  @Override
  public Page<GrantSpend> monthToDate(Actor actor, PageRequest page) {
    return work.in(actor.scope(), () -> month.page(Sight.of(actor), page));
  }

  @Override
  public void export(Actor actor, UsageQuery query, Consumer<UsageEntry> row) {
    export.run(actor, query, row);
  }
}

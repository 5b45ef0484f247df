package io.marketplace.db.metering;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.OldCalls;
import io.marketplace.model.metering.RetentionRun;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Removes from {@code usage_row}, {@code call_trace} and {@code trace_chunk}; how far it is stands
 * in {@code retention_run}.
 */
@Singleton
public final class SqlOldCalls implements OldCalls {

  /** A number that nobody else locks. */
  private static final long LOCK = 4_207_390_125L;

  // What is still kept: of a run under way never more than it began with, and less as soon as
  // somebody sets more days. Takes now.
  private static final String BOUNDS =
      """
      bounds as (
        select s.tenant_id, least(r.kept_from,
          date_trunc('day', ?::timestamptz, 'UTC') - make_interval(hours => 24 * s.days)) as bound
        from retention s join retention_run r on r.tenant_id = s.tenant_id and r.ended_at is null
        where s.days is not null)
      """;

  // A watermark never goes back: what is gone stays gone when somebody sets more days.
  private static final String BEGIN =
      """
      insert into retention_run as r (tenant_id, kept_from, began_at)
      select s.tenant_id, date_trunc('day', n.now, 'UTC') - make_interval(hours => 24 * s.days), n.now
      from retention s cross join (select ?::timestamptz as now) n
      where s.days is not null and not exists (select 1 from retention_run x
        where x.tenant_id = s.tenant_id and (x.ended_at is null or x.ended_at > ?))
      on conflict (tenant_id) do update set kept_from = greatest(r.kept_from, excluded.kept_from),
        began_at = excluded.began_at, ended_at = null, calls = 0, traces = 0
      """;

  /** Takes now, and a table and a day; each day is asked of each tenant by an index. */
  private static final String NEEDED =
      "with "
          + BOUNDS
          + """
          select exists (select 1 from tenant t left join bounds b on b.tenant_id = t.id
            where (b.bound is null or b.bound < d.day_end) and exists (select 1 from %1$s u
              where u.tenant_id = t.id and u.started_at >= d.day_start and u.started_at < d.day_end))
          from (select ?::date::timestamp at time zone 'UTC' as day_start,
            (?::date + 1)::timestamp at time zone 'UTC' as day_end) d
          """;

  private static final String DAYS =
      """
      select p.relname, to_date(right(c.relname, 8), 'YYYYMMDD')
      from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
      where i.inhparent in ('usage_row'::regclass, 'call_trace'::regclass)
        and c.relname ~ '_[0-9]{8}$' and to_date(right(c.relname, 8), 'YYYYMMDD') <
          (select coalesce(max(kept_from), '-infinity') at time zone 'UTC' from retention_run
            where ended_at is null)
      order by 2, 1
      """;

  private static final String REMOVE_PARTITIONED =
      "with "
          + BOUNDS
          + """
          , old as (select u.request_id, u.started_at from bounds b join %1$s u
              on u.tenant_id = b.tenant_id and u.started_at < b.bound
            where b.tenant_id = ? order by u.started_at limit ?),
          gone as (delete from %1$s u using old
            where u.request_id = old.request_id and u.started_at = old.started_at returning 1)
          update retention_run set %2$s = %2$s + (select count(*) from gone)
          where tenant_id = ? and exists (select 1 from gone)
          """;

  private static final String REMOVE_CHUNKS =
      "with "
          + BOUNDS
          + """
          , gone as (delete from trace_chunk where id in (select c.id from bounds b join trace_chunk c
              on c.tenant_id = b.tenant_id and c.last_at < b.bound
            where b.tenant_id = ? order by c.last_at limit ?) returning calls)
          update retention_run set traces = traces + (select sum(calls) from gone)
          where tenant_id = ? and exists (select 1 from gone)
          """;

  private record Count(TenantId tenant, long rows) {}

  private final Sql sql;

  /** Speaks within the running unit of work. */
  @Inject
  public SqlOldCalls(Sql sql) {
    this.sql = sql;
  }

  @Override
  public boolean alone() {
    return sql.one("select pg_try_advisory_xact_lock(?)", row -> row.flag(1), LOCK).orElseThrow();
  }

  @Override
  public void begin(Instant now, Duration every) {
    sql.change(BEGIN, now, now.minus(every));
  }

  @Override
  public List<Day> unneeded(Instant now) {
    return sql.list(DAYS, row -> new Day(row.text(1), row.day(2))).stream()
        .filter(day -> !needed(day, now))
        .toList();
  }

  private boolean needed(Day day, Instant now) {
    return sql.one(NEEDED.formatted(table(day)), row -> row.flag(1), now, day.day(), day.day())
        .orElseThrow();
  }

  /** The name as a word of ours. */
  private static String table(Day day) {
    return switch (day.table()) {
      case "usage_row" -> "usage_row";
      case "call_trace" -> "call_trace";
      default -> throw new IllegalArgumentException("no table of calls: " + day.table());
    };
  }

  @Override
  public void drop(Day day, Instant now) {
    String table = table(day);
    // Counted before the day is held: meanwhile nobody can write, and old days get no rows any
    // more.
    List<Count> counts =
        sql.list(
            """
            select tenant_id, count(*) from %s
            where started_at >= ?::date::timestamp at time zone 'UTC'
              and started_at < (?::date + 1)::timestamp at time zone 'UTC' group by tenant_id
            """
                .formatted(table),
            row -> new Count(new TenantId(row.id(1)), row.number(2)),
            day.day(),
            day.day());
    boolean held =
        sql.one("select hold_day(?, ?)", row -> row.flag(1), table, day.day()).orElseThrow();
    if (!held || needed(day, now)) {
      return;
    }
    sql.list("select drop_day(?, ?)", row -> true, table, day.day());
    String column = table.equals("usage_row") ? "calls" : "traces";
    for (Count count : counts) {
      sql.change(
          "update retention_run set %1$s = %1$s + ? where tenant_id = ?".formatted(column),
          count.rows(),
          count.tenant().value());
    }
  }

  @Override
  public List<TenantId> underWay() {
    return sql.list(
        "select tenant_id from retention_run where ended_at is null order by tenant_id",
        row -> new TenantId(row.id(1)));
  }

  @Override
  public boolean remove(TenantId tenant, Instant now, int batch) {
    Object[] parameters = {now, tenant.value(), batch, tenant.value()};
    int more = sql.change(REMOVE_PARTITIONED.formatted("usage_row", "calls"), parameters);
    more += sql.change(REMOVE_PARTITIONED.formatted("call_trace", "traces"), parameters);
    more += sql.change(REMOVE_CHUNKS, parameters);
    return more > 0;
  }

  @Override
  public Optional<RetentionRun> end(TenantId tenant, Instant now) {
    return sql.one(
        "update retention_run set ended_at = ? where tenant_id = ? and ended_at is null returning "
            + RetentionRows.RUN,
        row -> RetentionRows.run(row, 1).orElseThrow(),
        now,
        tenant.value());
  }
}

package io.marketplace.db.routing;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.routing.GpuPrice;
import io.marketplace.model.routing.GpuPrices;
import io.marketplace.model.routing.GpuQueries;
import io.marketplace.model.routing.PoolHour;
import io.marketplace.model.routing.PoolId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of {@code gpu_price}, and the ledger's hours beside them. */
@Singleton
public final class SqlGpuPrices implements GpuPrices, GpuQueries {

  private static final Duration LONGEST = Duration.ofDays(31);

  private static final String PRICES =
      """
      select version::bigint, gpu_hour_nano, gpus::bigint, created_by, created_at from gpu_price
      where pool_id = ? order by version desc
      """;

  /** A price that changes within an hour counts for its part of the hour. */
  private static final String HOURS =
      """
      with price as (
        select (gpu_hour_nano::numeric * gpus) as nano, created_at as since,
          coalesce(lead(created_at) over (order by version), ?::timestamptz) as until
        from gpu_price where pool_id = ?),
      hours as (
        select hour, hour + interval '1 hour' as over
        from generate_series(date_trunc('hour', ?::timestamptz, 'UTC'),
          ?::timestamptz - interval '1 microsecond', interval '1 hour') as hour),
      cost as (
        select hour, ceil(sum(nano * (extract(epoch from least(until, over) - greatest(since, hour))
          / 3600)))::bigint as nano
        from hours join price on since < over and until > hour group by hour),
      used as (
        select hour, sum(prompt_tokens)::bigint as prompt,
          sum(completion_tokens)::bigint as completion, sum(cost_nano)::bigint as nano
        from usage_hour where pool_id = ? and hour >= date_trunc('hour', ?::timestamptz, 'UTC')
          and hour < ?::timestamptz
        group by 1)
      select c.hour, c.nano, coalesce(u.prompt, 0), coalesce(u.completion, 0), coalesce(u.nano, 0)
      from cost c left join used u on u.hour = c.hour order by c.hour desc
      """;

  private final Work work;
  private final Sql sql;
  private final Clock clock;

  /** Reads within {@code work}; an hour that has not ended is counted to {@code clock}'s now. */
  @Inject
  public SqlGpuPrices(Work work, Sql sql, Clock clock) {
    this.work = work;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Optional<GpuPrice> inForce(PoolId pool) {
    return sql.one(PRICES + " limit 1", SqlGpuPrices::price, pool.value());
  }

  @Override
  public void add(PoolId pool, GpuPrice price) {
    sql.change(
        """
        insert into gpu_price (pool_id, version, gpu_hour_nano, gpus, created_by, created_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        pool.value(),
        price.version(),
        price.gpuHour().value(),
        price.gpus(),
        price.createdBy(),
        price.createdAt());
  }

  @Override
  public Page<GpuPrice> versions(Actor actor, PoolId pool, PageRequest page) {
    return work.in(reader(actor), () -> sql.page(page, PRICES, SqlGpuPrices::price, pool.value()));
  }

  @Override
  public List<PoolHour> hours(Actor actor, PoolId pool, Instant from, Instant to) {
    if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw Input.invalid("to", "to must lie after from, by at most 31 days.");
    }
    return work.in(
        reader(actor),
        () ->
            sql.list(
                HOURS,
                row ->
                    new PoolHour(
                        row.moment(1),
                        new NanoUsd(row.number(2)),
                        row.number(3),
                        row.number(4),
                        new NanoUsd(row.number(5))),
                clock.instant(),
                pool.value(),
                from,
                to,
                pool.value(),
                from,
                to));
  }

  private static Scope reader(Actor actor) {
    actor.require(Role.PLATFORM_ADMIN, Role.FINOPS);
    return actor.scope();
  }

  private static GpuPrice price(Row row) {
    return new GpuPrice(
        (int) row.number(1),
        new NanoUsd(row.number(2)),
        (int) row.number(3),
        row.text(4),
        row.moment(5));
  }
}

package io.marketplace.db.metering;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.metering.UsagePartitions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Calls {@code ensure_partitions}, which the portal may do in the place of the tables' owner. */
@Singleton
public final class SqlUsagePartitions implements UsagePartitions {

  // Whoever asks for hours asks for those of the last two days; nobody asks further back than 30
  // days.
  private static final String FORGET =
      "delete from speed_sum where since < now() - interval '40 days'";
  private static final String JOIN =
      """
      with hours as (delete from speed_sum
        where since < date_trunc('day', now(), 'UTC') - interval '24 hours'
          and since <> date_trunc('day', since, 'UTC') returning *)
      insert into speed_sum as d
        select tenant_id, date_trunc('day', since, 'UTC'), team_id, tier, measure, bucket, sum(calls)
        from hours group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
      on conflict (tenant_id, since, team_id, tier, measure, bucket)
        do update set calls = d.calls + excluded.calls
      """;

  private final Work work;
  private final Sql sql;

  /** Speaks through {@code sql} within {@code work}. */
  @Inject
  public SqlUsagePartitions(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public int prepare() {
    return work.in(
        Scope.PLATFORM,
        () -> sql.one("select ensure_partitions()", row -> (int) row.number(1)).orElseThrow());
  }

  @Override
  public int joinHours() {
    return work.in(Scope.PLATFORM, () -> sql.change(FORGET) + sql.change(JOIN));
  }
}

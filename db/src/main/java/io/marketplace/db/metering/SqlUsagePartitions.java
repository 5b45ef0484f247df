package io.marketplace.db.metering;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.metering.UsagePartitions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Calls {@code ensure_partitions}, the one thing of the tables' owner that the portal may do. */
@Singleton
public final class SqlUsagePartitions implements UsagePartitions {

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
}

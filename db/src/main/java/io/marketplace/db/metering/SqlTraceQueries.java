package io.marketplace.db.metering;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.TraceQueries;
import io.marketplace.model.metering.TraceRow;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Reads {@code call_trace} for people; a trace's team is its application's. */
@Singleton
public final class SqlTraceQueries implements TraceQueries {

  private static final String TRACES =
      "select t.request_id, t.started_at, t.tenant_id, t.application_id, t.status, t.outcome,"
          + " t.trace::text from call_trace t join application u on u.id = t.application_id where "
          + UsageSql.SIGHT;

  private final Work work;
  private final Sql sql;

  /** Reads within {@code work}. */
  @Inject
  public SqlTraceQueries(Work work, Sql sql) {
    this.work = work;
    this.sql = sql;
  }

  @Override
  public TraceRow trace(Actor actor, CallId id) {
    Sight sight = Sight.of(actor);
    return work.in(
            actor.scope(),
            () ->
                sql.one(
                    TRACES + " and t.request_id = ?",
                    SqlTraceQueries::row,
                    sight.whole(),
                    sight.teams(),
                    id.value()))
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.NOT_FOUND, "No call of yours has this identifier."));
  }

  @Override
  public Page<TraceRow> recent(Actor actor, PageRequest page) {
    Sight sight = Sight.of(actor);
    return work.in(
        actor.scope(),
        () ->
            sql.page(
                page,
                TRACES + " order by t.started_at desc, t.request_id desc",
                SqlTraceQueries::row,
                sight.whole(),
                sight.teams()));
  }

  private static TraceRow row(Row row) {
    return new TraceRow(
        new CallId(row.id(1)),
        row.moment(2),
        new TenantId(row.id(3)),
        new ApplicationId(row.id(4)),
        (int) row.number(5),
        row.text(6),
        row.text(7));
  }
}

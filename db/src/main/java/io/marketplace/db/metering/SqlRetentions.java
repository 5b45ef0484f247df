package io.marketplace.db.metering;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.metering.Retention;
import io.marketplace.model.metering.RetentionDays;
import io.marketplace.model.metering.RetentionPreview;
import io.marketplace.model.metering.RetentionQueries;
import io.marketplace.model.metering.RetentionView;
import io.marketplace.model.metering.Retentions;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** How long calls stay, in {@code retention}. */
@Singleton
public final class SqlRetentions implements Retentions, RetentionQueries {

  // Sums are of the very rows, and stay: those from before the last removal are gone already.
  private static final String PREVIEW =
      """
      select coalesce(sum(u.requests), 0)::bigint, (min(u.hour) at time zone 'UTC')::date
      from usage_hour u where u.tenant_id = ? and u.hour < ? and u.hour >= coalesce(
        (select r.kept_from from retention_run r where r.tenant_id = u.tenant_id), '-infinity')
      """;

  private final Work work;
  private final Sql sql;
  private final Clock clock;

  /** Reads within {@code work}. */
  @Inject
  public SqlRetentions(Work work, Sql sql, Clock clock) {
    this.work = work;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Optional<Retention> find(TenantId tenant) {
    return sql.one(
        "select tenant_id, days::bigint, version::bigint, changed_by, changed_at from retention"
            + " where tenant_id = ?",
        RetentionRows::retention,
        tenant.value());
  }

  @Override
  public void add(Retention retention) {
    sql.change(
        "insert into retention (tenant_id, days, version, changed_by, changed_at)"
            + " values (?, ?::int, ?, ?, ?)",
        retention.tenant().value(),
        retention.days().map(RetentionDays::value),
        retention.version(),
        retention.changedBy(),
        retention.changedAt());
  }

  @Override
  public void change(Retention retention) {
    int changed =
        sql.change(
            "update retention set days = ?::int, version = ?, changed_by = ?, changed_at = ?"
                + " where tenant_id = ? and version = ?",
            retention.days().map(RetentionDays::value),
            retention.version(),
            retention.changedBy(),
            retention.changedAt(),
            retention.tenant().value(),
            retention.version() - 1);
    if (changed != 1) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT, "Somebody else changed the retention meanwhile.");
    }
  }

  @Override
  public Page<RetentionView> retentions(Actor actor, PageRequest page) {
    return work.in(
        actor.scope(),
        () ->
            sql.page(
                page, RetentionRows.VIEWS + "order by lower(t.name), t.id", RetentionRows::view));
  }

  @Override
  public RetentionView retention(Actor actor, TenantId tenant) {
    return work.in(
        actor.scope(),
        () ->
            sql.one(RetentionRows.VIEWS + "where t.id = ?", RetentionRows::view, tenant.value())
                .orElseThrow(SqlRetentions::unknown));
  }

  @Override
  public RetentionPreview preview(Actor actor, TenantId tenant, RetentionDays days) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    var unused = retention(actor, tenant);
    Instant keptFrom = days.keptFrom(clock.instant());
    return work.in(
        actor.scope(),
        () ->
            sql.one(PREVIEW, row -> preview(row, keptFrom), tenant.value(), keptFrom)
                .orElseThrow());
  }

  private static RetentionPreview preview(Row row, Instant keptFrom) {
    return new RetentionPreview(keptFrom, row.number(1), row.optionalDay(2));
  }

  private static MarketplaceException unknown() {
    return new MarketplaceException(
        ProblemCode.NOT_FOUND, "There is no tenant of this identifier.");
  }
}

package io.marketplace.db.quota;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Ids;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.Budget;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetRaise;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.quota.BudgetTerms;
import io.marketplace.model.quota.Budgets;
import io.marketplace.model.quota.RaiseId;
import io.marketplace.model.quota.RaiseState;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Budgets in {@code budget} and {@code budget_raise}. */
@Singleton
public final class SqlBudgets implements Budgets {

  private static final String LOCK =
      "select " + BudgetRows.BUDGET + " from budget b where b.removed_at is null and ";

  /** So long after a budget was set calls from before are still looked for. */
  private static final Duration LATEST = Duration.ofDays(1);

  private record Recount(BudgetId budget, Instant setAt) {}

  private final Sql sql;
  private final BudgetWindows windows;

  /** Speaks within the running unit of work. */
  @Inject
  public SqlBudgets(Sql sql) {
    this.sql = sql;
    this.windows = new BudgetWindows(sql);
  }

  @Override
  public Optional<TenantId> tenantOf(BudgetScope scope) {
    String table =
        switch (scope.kind()) {
          case TENANT -> "select id from tenant where id = ?";
          case TEAM -> "select tenant_id from team where id = ?";
          case APPLICATION ->
              "select tenant_id from application where id = ? and archived_at is null";
          case KEY -> "select tenant_id from virtual_key where id = ? and state <> 'revoked'";
          case IDENTITY -> "select tenant_id from person where id = ? and tenant_id is not null";
          case USE_CASE, AGENT, WORKFLOW, CUSTOMER ->
              throw new IllegalArgumentException("a label belongs to nobody");
        };
    return sql.one(table, row -> new TenantId(row.id(1)), Ids.parse(scope.id()));
  }

  @Override
  public List<PersonId> people(String idOrEmail) {
    return sql.list(
        "select id from person where id::text = lower(?) or lower(email) = lower(?) order by id",
        row -> new PersonId(row.id(1)),
        idOrEmail,
        idOrEmail);
  }

  @Override
  public Optional<Budget> lock(TenantId tenant, BudgetScope scope, BudgetPeriod period) {
    return sql.one(
        LOCK
            + "b.tenant_id = ? and b.scope_type = ? and b.scope_id = ? and b.period = ? for update",
        BudgetRows::budget,
        tenant.value(),
        scope.kind().code(),
        scope.id(),
        period.code());
  }

  @Override
  public Optional<Budget> lock(BudgetId id) {
    return sql.one(LOCK + "b.id = ? for update", BudgetRows::budget, id.value());
  }

  @Override
  public void add(Budget budget, String author) {
    BudgetTerms terms = budget.terms();
    sql.change(
        """
        insert into budget (id, tenant_id, scope_type, scope_id, period, time_zone, cap_nano, soft_percent, created_by)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        budget.id().value(),
        budget.tenant().value(),
        budget.scope().kind().code(),
        budget.scope().id(),
        terms.period().code(),
        terms.timeZone(),
        terms.cap().value(),
        terms.softPercent(),
        author);
  }

  @Override
  public void change(Budget budget, Instant now) {
    BudgetTerms terms = budget.terms();
    sql.change(
        "update budget set cap_nano = ?, soft_percent = ?, updated_at = ? where id = ?",
        terms.cap().value(),
        terms.softPercent(),
        now,
        budget.id().value());
    windows.change(budget, now);
  }

  @Override
  public void remove(BudgetId id, Instant now) {
    sql.change("update budget set removed_at = ? where id = ?", now, id.value());
    sql.change("delete from budget_recount where budget_id = ?", id.value());
  }

  @Override
  public NanoUsd spent(Budget budget, Instant now) {
    return windows.spent(budget, now);
  }

  @Override
  public void open(Budget budget, Instant now) {
    windows.open(budget.id(), now, now);
    sql.change(
        "insert into budget_recount (budget_id, tenant_id, set_at, counted_at) values (?, ?, ?, ?)",
        budget.id().value(),
        budget.tenant().value(),
        now,
        now);
  }

  @Override
  public boolean recount(Instant now) {
    // Each time after twice as long: a gateway's journal may be away for a while.
    Optional<Recount> due =
        sql.one(
            """
            select budget_id, set_at from budget_recount
            where counted_at + greatest(interval '10 seconds', counted_at - set_at) <= ?
            order by counted_at, budget_id limit 1 for update skip locked
            """,
            row -> new Recount(new BudgetId(row.id(1)), row.moment(2)),
            now);
    due.ifPresent(
        one -> {
          windows.open(one.budget(), one.setAt(), now);
          if (one.setAt().plus(LATEST).isBefore(now)) {
            sql.change("delete from budget_recount where budget_id = ?", one.budget().value());
          } else {
            sql.change(
                "update budget_recount set counted_at = ? where budget_id = ?",
                now,
                one.budget().value());
          }
        });
    return due.isPresent();
  }

  @Override
  public void forgetLabels(Instant now) {
    sql.change(
        "delete from label_value where month < date_trunc('month', ?::timestamptz at time zone 'UTC')",
        now);
  }

  @Override
  public void add(BudgetRaise raise, TenantId tenant, Instant now) {
    sql.change(
        """
        insert into budget_raise (id, tenant_id, budget_id, cap_nano, until, reason, state, requested_by,
          requested_by_name, requested_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        raise.id().value(),
        tenant.value(),
        raise.budget().value(),
        raise.cap().value(),
        raise.until(),
        raise.reason(),
        raise.state().code(),
        raise.requestedBy().value(),
        raise.requestedByName(),
        now);
  }

  @Override
  public Optional<BudgetRaise> lockRaise(RaiseId id) {
    return sql.one(
        "select " + BudgetRows.RAISE + " from budget_raise r where r.id = ? for update",
        BudgetRows::raise,
        id.value());
  }

  @Override
  public void decide(RaiseId id, RaiseState state, PersonId by, String byName, Instant now) {
    sql.change(
        """
        update budget_raise set state = ?, decided_by = ?, decided_by_name = ?, decided_at = ? where id = ?
        """,
        state.code(),
        by.value(),
        byName,
        now,
        id.value());
  }
}

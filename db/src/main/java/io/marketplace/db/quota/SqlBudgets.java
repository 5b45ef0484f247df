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
import java.time.Instant;
import java.util.Optional;

/** Budgets in {@code budget} and {@code budget_raise}. */
@Singleton
public final class SqlBudgets implements Budgets {

  private static final String LOCK =
      "select " + BudgetRows.BUDGET + " from budget b where b.removed_at is null and ";

  private final Sql sql;

  /** Speaks within the running unit of work. */
  @Inject
  public SqlBudgets(Sql sql) {
    this.sql = sql;
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
          case USE_CASE, AGENT, WORKFLOW, CUSTOMER ->
              throw new IllegalArgumentException("a label belongs to nobody");
        };
    return sql.one(table, row -> new TenantId(row.id(1)), Ids.parse(scope.id()));
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
    // The windows are locked before the leases, as everywhere.
    sql.change(
        """
        update budget_window set cap_nano = greatest(?, leased_nano), soft_nano = ?
        where budget_id = ? and window_start = (select starts from budget_window_at(?, ?, ?))
        """,
        terms.cap().value(),
        terms.softLine(terms.cap()).value(),
        budget.id().value(),
        terms.period().code(),
        terms.timeZone(),
        now);
    sql.change(
        """
        update budget_lease l set recall = true from budget_window w
        where l.budget_id = ? and l.state = 'open' and l.granted_nano > l.settled_nano
          and (w.budget_id, w.label, w.window_start) = (l.budget_id, l.label, l.window_start)
          and w.leased_nano > ?
        """,
        budget.id().value(),
        terms.cap().value());
    sql.list(
        """
        select pg_notify('marketplace_recall', w.budget_id || ':' || w.label) is null from budget_window w
        where w.budget_id = ? and w.leased_nano > ?
        """,
        row -> row.flag(1),
        budget.id().value(),
        terms.cap().value());
  }

  @Override
  public void remove(BudgetId id, Instant now) {
    sql.change("update budget set removed_at = ? where id = ?", now, id.value());
  }

  @Override
  public NanoUsd settled(Budget budget, Instant now) {
    return sql.one(
            """
            select coalesce(max(w.settled_nano), 0)::bigint from budget_window w
            where w.budget_id = ? and w.window_start = (select starts from budget_window_at(?, ?, ?))
            """,
            row -> new NanoUsd(row.number(1)),
            budget.id().value(),
            budget.terms().period().code(),
            budget.terms().timeZone(),
            now)
        .orElse(NanoUsd.ZERO);
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

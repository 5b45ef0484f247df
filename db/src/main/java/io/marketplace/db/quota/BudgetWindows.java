package io.marketplace.db.quota;

import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.quota.Budget;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetTerms;
import java.time.Instant;

/** What is counted of budgets in {@code budget_window}, as far as people's doings touch it. */
final class BudgetWindows {

  /**
   * Sets windows' openings to what the ledger has of the period and no lease of theirs has paid.
   * One statement, so that the ledger and what is settled of it are read at one moment: a row that
   * comes later is either settled, or counted the next time. Takes the moment, the budget, and the
   * moment it was set.
   */
  private static final String OPEN =
      """
      with b as (
        select b.*, w.starts, date_trunc('hour', w.starts - interval '1 microsecond', 'UTC') + interval '1 hour' as hours
        from budget b cross join lateral budget_window_at(b.period, b.time_zone, ?) w
        where b.id = ? and b.period <> 'total' and b.removed_at is null and w.starts < ?),
      spent as (
        select h.team_id, h.application_id, h.key_id, h.agent, h.workflow, h.customer, h.use_case,
          h.cost_nano - h.excess_nano as borne
        from b join usage_hour h on h.tenant_id = b.tenant_id and h.hour >= b.hours
        union all
        select r.team_id, r.application_id, r.key_id, r.agent, r.workflow, r.customer, r.use_case,
          r.cost_nano - r.excess_nano
        from b join usage_row r on r.tenant_id = b.tenant_id and r.started_at >= b.starts and r.started_at < b.hours),
      placed as (
        select s.borne, s.key_id::text as key, k.parent_id::text as parent,
          case b.scope_type when 'tenant' then b.scope_id when 'team' then s.team_id::text
            when 'application' then s.application_id::text when 'agent' then s.agent
            when 'workflow' then s.workflow when 'customer' then s.customer when 'use-case' then s.use_case
            when 'identity' then (select i.id::text from person i
              where i.subject = coalesce(p.created_by, k.created_by)) end as value
        from b cross join spent s
        left join virtual_key k on k.id = s.key_id left join virtual_key p on p.id = k.parent_id),
      summed as (
        select case b.scope_id when '*' then u.value else '' end as label, sum(u.borne)::bigint as borne
        from b cross join placed u
        where case when b.scope_type = 'key' then b.scope_id in (u.key, u.parent)
          when b.scope_id = '*' then u.value is not null
          when b.scope_id = '' then u.value is null
          else u.value = b.scope_id end
        group by 1)
      insert into budget_window as o (budget_id, label, window_start, tenant_id, cap_nano, soft_nano, opening_nano)
      select b.id, u.label, b.starts, b.tenant_id, greatest(b.cap_nano, u.borne),
        ceil(b.cap_nano::numeric * b.soft_percent / 100)::bigint, u.borne
      from b cross join summed u where u.borne > 0 order by u.label
      on conflict (budget_id, label, window_start) do update set
        opening_nano = greatest(o.opening_nano, excluded.opening_nano - o.settled_nano),
        cap_nano = greatest(o.cap_nano,
          greatest(o.opening_nano, excluded.opening_nano - o.settled_nano) + o.leased_nano)
      """;

  private final Sql sql;

  BudgetWindows(Sql sql) {
    this.sql = sql;
  }

  /** Counts what the present period has spent, if it began before {@code setAt}. */
  void open(BudgetId budget, Instant setAt, Instant now) {
    if (sql.change(OPEN, now, budget.value(), setAt) == 0) {
      return;
    }
    sql.change(
        """
        with crossed as (
          update budget_window set soft_at = ?
          where budget_id = ? and soft_at is null and opening_nano > 0 and opening_nano + settled_nano >= soft_nano
          returning *)
        insert into budget_signal (tenant_id, budget_id, label, window_start, kind, spent_nano, cap_nano)
        select tenant_id, budget_id, label, window_start, 'soft', opening_nano + settled_nano, cap_nano from crossed
        on conflict do nothing
        """,
        now,
        budget.value());
    callBack(budget);
  }

  /** Puts other terms in force for the period of {@code now}. */
  void change(Budget budget, Instant now) {
    BudgetTerms terms = budget.terms();
    sql.change(
        """
        update budget_window set cap_nano = greatest(?, opening_nano + leased_nano), soft_nano = ?
        where budget_id = ? and window_start = (select starts from budget_window_at(?, ?, ?))
        """,
        terms.cap().value(),
        terms.softLine(terms.cap()).value(),
        budget.id().value(),
        terms.period().code(),
        terms.timeZone(),
        now);
    callBack(budget.id());
  }

  /**
   * Asks gateways for what they hold beyond the cap. The windows are locked by now, as everywhere.
   */
  private void callBack(BudgetId budget) {
    sql.change(
        """
        update budget_lease l set recall = true from budget_window w join budget b on b.id = w.budget_id
        where l.budget_id = ? and l.state = 'open' and l.granted_nano > l.settled_nano
          and (w.budget_id, w.label, w.window_start) = (l.budget_id, l.label, l.window_start)
          and w.opening_nano + w.leased_nano > b.cap_nano
        """,
        budget.value());
    sql.list(
        """
        select pg_notify('marketplace_recall', w.budget_id || ':' || w.label) is null
        from budget_window w join budget b on b.id = w.budget_id
        where w.budget_id = ? and w.leased_nano > w.settled_nano and w.opening_nano + w.leased_nano > b.cap_nano
        """,
        row -> row.flag(1),
        budget.value());
  }

  /** The most that is spent in one window of the period of {@code now}. */
  NanoUsd spent(Budget budget, Instant now) {
    return sql.one(
            """
            select coalesce(max(w.opening_nano + w.settled_nano), 0)::bigint from budget_window w
            where w.budget_id = ? and w.window_start = (select starts from budget_window_at(?, ?, ?))
            """,
            row -> new NanoUsd(row.number(1)),
            budget.id().value(),
            budget.terms().period().code(),
            budget.terms().timeZone(),
            now)
        .orElse(NanoUsd.ZERO);
  }
}

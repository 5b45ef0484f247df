package io.marketplace.db.quota;

import io.marketplace.db.kernel.Row;
import io.marketplace.db.kernel.Sight;
import io.marketplace.db.kernel.Sql;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.Budget;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetQueries;
import io.marketplace.model.quota.BudgetRaise;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.quota.BudgetSignal;
import io.marketplace.model.quota.BudgetState;
import io.marketplace.model.quota.BudgetView;
import io.marketplace.model.quota.LabelSpend;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads budgets with the windows of their present period. */
@Singleton
public final class SqlBudgetQueries implements BudgetQueries {

  /** Takes the moment, and the sight's two parameters. */
  private static final String SELECT =
      "select "
          + BudgetRows.BUDGET
          + """
          , coalesce(k.name, p.name, m.name, n.name, i.display_name), w.starts, w.ends, coalesce(s.spent, 0)::bigint,
            coalesce(s.reserved, 0)::bigint, b.created_at
          from budget b
          cross join lateral budget_window_at(b.period, b.time_zone, ?) w
          left join lateral (select max(x.opening_nano + x.settled_nano) as spent, sum(x.leased_nano - x.settled_nano) as reserved
            from budget_window x where x.budget_id = b.id and x.window_start = w.starts) s on true
          left join virtual_key k on b.scope_type = 'key' and k.id::text = b.scope_id
          left join application p on (b.scope_type = 'application' and p.id::text = b.scope_id) or p.id = k.application_id
          left join team m on (b.scope_type = 'team' and m.id::text = b.scope_id) or m.id = p.team_id
          left join tenant n on b.scope_type = 'tenant' and n.id::text = b.scope_id
          left join person i on b.scope_type = 'identity' and i.id::text = b.scope_id
          where b.removed_at is null and (?::boolean or m.id = any(?))
          """;

  private static final String ORDER =
      """
       order by b.tenant_id, array_position(array['tenant', 'team', 'application', 'key', 'use-case', 'agent',
         'workflow', 'customer', 'identity'], b.scope_type),
         lower(coalesce(k.name, p.name, m.name, n.name, i.display_name, b.scope_id)), b.id
      """;

  private final Work work;
  private final Sql sql;
  private final Clock clock;

  /** Reads within {@code work}. */
  @Inject
  public SqlBudgetQueries(Work work, Sql sql, Clock clock) {
    this.work = work;
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public Page<BudgetView> budgets(Actor actor, PageRequest page) {
    Sight sight = Sight.of(actor);
    Instant now = clock.instant();
    return work.in(
        actor.scope(),
        () -> {
          Page<Found> found =
              sql.page(page, SELECT + ORDER, Found::new, now, sight.whole(), sight.teams());
          Map<BudgetId, List<BudgetRaise>> raises =
              raises(found.items().stream().map(one -> one.budget.id()).toList(), now);
          return found.map(one -> one.view(raises.getOrDefault(one.budget.id(), List.of()), now));
        });
  }

  @Override
  public BudgetView budget(Actor actor, BudgetId id) {
    return work.in(actor.scope(), () -> find(actor, id));
  }

  private BudgetView find(Actor actor, BudgetId id) {
    Sight sight = Sight.of(actor);
    Instant now = clock.instant();
    return sql.one(
            SELECT + " and b.id = ?", Found::new, now, sight.whole(), sight.teams(), id.value())
        .map(found -> found.view(raises(List.of(id), now).getOrDefault(id, List.of()), now))
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.NOT_FOUND, "There is no budget of this identifier."));
  }

  private Map<BudgetId, List<BudgetRaise>> raises(List<BudgetId> budgets, Instant now) {
    return sql
        .list(
            "select "
                + BudgetRows.RAISE
                + " from budget_raise r where r.budget_id = any(?) and r.until > ?"
                + " and r.state in ('pending', 'approved') order by r.until, r.id",
            BudgetRows::raise,
            budgets.stream().map(BudgetId::value).toArray(UUID[]::new),
            now)
        .stream()
        .collect(Collectors.groupingBy(BudgetRaise::budget));
  }

  @Override
  public Page<LabelSpend> labels(Actor actor, BudgetId id, PageRequest page) {
    return work.in(
        actor.scope(),
        () -> {
          BudgetView view = find(actor, id);
          return sql.page(
              page,
              """
              select label, opening_nano + settled_nano, leased_nano - settled_nano from budget_window
              where budget_id = ? and window_start = ? order by 2 desc, label
              """,
              row ->
                  new LabelSpend(
                      row.text(1), new NanoUsd(row.number(2)), new NanoUsd(row.number(3))),
              id.value(),
              view.windowStart());
        });
  }

  @Override
  public Page<BudgetSignal> signals(Actor actor, PageRequest page) {
    Sight sight = Sight.of(actor);
    return work.in(
        actor.scope(),
        () ->
            sql.page(
                page,
                """
                select g.id, g.tenant_id, g.budget_id, b.scope_type, b.scope_id, g.label, g.kind, g.spent_nano,
                  g.cap_nano, g.at
                from budget_signal g
                left join budget b on b.id = g.budget_id
                left join access_grant a on a.id = g.budget_id
                left join virtual_key k on b.scope_type = 'key' and k.id::text = b.scope_id
                left join application p on (b.scope_type = 'application' and p.id::text = b.scope_id)
                  or p.id = coalesce(k.application_id, a.application_id)
                where (?::boolean or p.team_id = any(?)
                  or (b.scope_type = 'team' and b.scope_id = any(?::uuid[]::text[])))
                order by g.at desc, g.id
                """,
                SqlBudgetQueries::signal,
                sight.whole(),
                sight.teams(),
                sight.teams()));
  }

  /** Reads ten columns: those of {@code budget_signal} with the budget's scope. */
  static BudgetSignal signal(Row row) {
    Optional<BudgetScope> scope =
        row.optionalText(4)
            .map(type -> new BudgetScope(BudgetKind.parse("scope", type), row.text(5)));
    return new BudgetSignal(
        row.id(1),
        new TenantId(row.id(2)),
        new BudgetId(row.id(3)),
        scope,
        row.text(6),
        row.text(7),
        new NanoUsd(row.number(8)),
        new NanoUsd(row.number(9)),
        row.moment(10));
  }

  /** A row of {@link #SELECT}. */
  private static final class Found {
    private final Budget budget;
    private final Optional<String> name;
    private final Instant starts;
    private final Instant ends;
    private final NanoUsd spent;
    private final NanoUsd reserved;
    private final Instant since;

    Found(Row row) {
      budget = BudgetRows.budget(row);
      name = row.optionalText(9);
      starts = row.moment(10);
      ends = row.moment(11);
      spent = new NanoUsd(row.number(12));
      reserved = new NanoUsd(row.number(13));
      since = row.moment(14);
    }

    BudgetView view(List<BudgetRaise> raises, Instant now) {
      NanoUsd cap = BudgetOutlook.inForce(budget.terms().cap(), raises);
      boolean total = budget.terms().period() == BudgetPeriod.TOTAL;
      Instant from = total ? since : starts;
      return new BudgetView(
          budget,
          name,
          cap,
          from,
          total ? Optional.empty() : Optional.of(ends),
          spent,
          reserved,
          BudgetOutlook.exhaustedAt(spent, cap, from, now, ends),
          BudgetState.of(spent, cap, budget.terms()),
          raises);
    }
  }
}

package io.marketplace.db.quota;

import io.marketplace.db.kernel.Row;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.Budget;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetRaise;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.quota.BudgetTerms;
import io.marketplace.model.quota.RaiseId;
import io.marketplace.model.quota.RaiseState;

/** How rows of {@code budget b} and {@code budget_raise r} are read. */
final class BudgetRows {

  /** Eight columns, read by {@link #budget}. */
  static final String BUDGET =
      "b.id, b.tenant_id, b.scope_type, b.scope_id, b.period, b.time_zone, b.cap_nano,"
          + " b.soft_percent";

  /** Nine columns, read by {@link #raise}. */
  static final String RAISE =
      "r.id, r.budget_id, r.cap_nano, r.until, r.reason, r.state, r.requested_by,"
          + " r.requested_by_name, r.decided_by_name";

  private BudgetRows() {}

  static Budget budget(Row row) {
    return new Budget(
        new BudgetId(row.id(1)),
        new TenantId(row.id(2)),
        new BudgetScope(BudgetKind.parse("scope", row.text(3)), row.text(4)),
        new BudgetTerms(
            BudgetPeriod.parse("period", row.text(5)),
            row.text(6),
            new NanoUsd(row.number(7)),
            (int) row.number(8)));
  }

  static BudgetRaise raise(Row row) {
    return new BudgetRaise(
        new RaiseId(row.id(1)),
        new BudgetId(row.id(2)),
        new NanoUsd(row.number(3)),
        row.moment(4),
        row.text(5),
        RaiseState.of(row.text(6)),
        new PersonId(row.id(7)),
        row.text(8),
        row.optionalText(9));
  }
}

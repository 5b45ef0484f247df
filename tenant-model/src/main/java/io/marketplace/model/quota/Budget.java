package io.marketplace.model.quota;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.TenantId;

/**
 * A cap on spend.
 *
 * @param id which
 * @param tenant whose
 * @param scope whose spend it limits
 * @param terms what it allows
 */
public record Budget(BudgetId id, TenantId tenant, BudgetScope scope, BudgetTerms terms) {

  /** With other terms. */
  Budget with(BudgetTerms changed) {
    return new Budget(id, tenant, scope, changed);
  }

  Facts facts() {
    return Facts.of("scope", scope.kind().code() + " " + scope.id())
        .with("period", terms.period().code())
        .with("timeZone", terms.timeZone())
        .with("capUsd", terms.cap().toDollars())
        .with("softPercent", terms.softPercent());
  }
}

package io.marketplace.api.quota;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.quota.BudgetSignal;
import java.time.Instant;
import java.util.Optional;

/**
 * A budget crossed its soft line or was used up.
 *
 * @param budgetId the budget, or the grant whose monthly budget it is
 * @param scope absent for a grant's
 * @param label the value of a label that each has a cap, else empty
 * @param kind soft or exhausted
 */
public record SignalBody(
    String id,
    String tenantId,
    String budgetId,
    Optional<BudgetScopeBody> scope,
    String label,
    String kind,
    NanoUsd spentUsd,
    NanoUsd capUsd,
    Instant at) {

  static SignalBody of(BudgetSignal signal) {
    return new SignalBody(
        signal.id().toString(),
        signal.tenant().toString(),
        signal.budget().toString(),
        signal.scope().map(BudgetScopeBody::of),
        signal.label(),
        signal.kind(),
        signal.spent(),
        signal.cap(),
        signal.at());
  }
}

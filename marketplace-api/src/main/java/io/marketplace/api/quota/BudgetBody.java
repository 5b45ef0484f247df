package io.marketplace.api.quota;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.quota.Budget;
import io.marketplace.model.quota.BudgetView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A budget.
 *
 * @param name what the scope's thing is called; absent for labels
 * @param inForceUsd the cap with the raises of this moment
 * @param windowStart when the present period began
 * @param windowEnd when it ends; absent for a total
 * @param spentUsd what is settled; of a budget for each value the value that spent most
 * @param reservedUsd what gateways hold for calls under way and to come
 * @param exhaustedAt when the cap is hit at the present pace; absent if not within the period
 * @param state ok, soft or exhausted
 * @param raises those that wait for a decision or are in force
 */
public record BudgetBody(
    String id,
    String tenantId,
    BudgetScopeBody scope,
    Optional<String> name,
    String period,
    String timeZone,
    NanoUsd capUsd,
    NanoUsd inForceUsd,
    int softPercent,
    Instant windowStart,
    Optional<Instant> windowEnd,
    NanoUsd spentUsd,
    NanoUsd reservedUsd,
    Optional<Instant> exhaustedAt,
    String state,
    List<RaiseBody> raises) {

  static BudgetBody of(BudgetView view) {
    Budget budget = view.budget();
    return new BudgetBody(
        budget.id().toString(),
        budget.tenant().toString(),
        BudgetScopeBody.of(budget.scope()),
        view.name(),
        budget.terms().period().code(),
        budget.terms().timeZone(),
        budget.terms().cap(),
        view.capInForce(),
        budget.terms().softPercent(),
        view.windowStart(),
        view.windowEnd(),
        view.spent(),
        view.reserved(),
        view.exhaustedAt(),
        view.state().code(),
        view.raises().stream().map(RaiseBody::of).toList());
  }
}

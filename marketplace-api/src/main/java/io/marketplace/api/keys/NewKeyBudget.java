package io.marketplace.api.keys;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetTerms;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The budget of a key to issue.
 *
 * @param period day, week, month or total
 * @param capUsd what may be spent in a period
 * @param softPercent from which part of the cap on calls and people are warned; absent: 80
 * @param timeZone whose midnights and months these are; absent: UTC
 */
public record NewKeyBudget(
    String period, NanoUsd capUsd, @Nullable Integer softPercent, @Nullable String timeZone) {

  static Optional<BudgetTerms> read(@Nullable NewKeyBudget told) {
    return Optional.ofNullable(told)
        .map(
            budget ->
                new BudgetTerms(
                    BudgetPeriod.parse("budget.period", budget.period()),
                    budget.timeZone() == null ? BudgetTerms.UTC : budget.timeZone(),
                    budget.capUsd(),
                    budget.softPercent() == null
                        ? BudgetTerms.USUAL_SOFT_PERCENT
                        : budget.softPercent()));
  }
}

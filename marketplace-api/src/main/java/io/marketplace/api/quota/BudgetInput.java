package io.marketplace.api.quota;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetTerms;
import io.marketplace.model.quota.BudgetWish;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A budget as it is to be. What an answer holds besides is passed over, so that one that was read
 * can be sent back.
 *
 * @param scope whose spend it limits
 * @param period day, week, month or total
 * @param capUsd what may be spent in a period
 * @param softPercent from which part of the cap on calls and people are warned; absent: 80
 * @param timeZone whose midnights and months these are; absent: UTC
 * @param tenantId whose label it is, for platform administrators; absent: the caller's tenant
 */
@JsonIgnoreProperties({
  "id",
  "name",
  "inForceUsd",
  "windowStart",
  "windowEnd",
  "spentUsd",
  "reservedUsd",
  "exhaustedAt",
  "state",
  "raises"
})
public record BudgetInput(
    BudgetScopeBody scope,
    String period,
    NanoUsd capUsd,
    @Nullable Integer softPercent,
    @Nullable String timeZone,
    @Nullable String tenantId) {

  BudgetWish wish() {
    return new BudgetWish(
        scope.scope(),
        Optional.ofNullable(tenantId).map(TenantId::parse),
        new BudgetTerms(
            BudgetPeriod.parse("period", period),
            timeZone == null ? BudgetTerms.UTC : timeZone,
            capUsd,
            softPercent == null ? BudgetTerms.USUAL_SOFT_PERCENT : softPercent));
  }
}

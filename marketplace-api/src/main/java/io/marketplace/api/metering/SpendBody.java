package io.marketplace.api.metering;

import io.marketplace.api.json.Named;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.GrantSpend;

/**
 * What a grant has spent of its monthly budget.
 *
 * @param spentUsd this UTC month so far
 * @param forecastUsd at the month's end, at the pace of the month so far
 */
public record SpendBody(
    String grantId,
    String tenantId,
    Named team,
    Named application,
    String tier,
    NanoUsd budgetUsd,
    NanoUsd spentUsd,
    NanoUsd forecastUsd,
    long requests) {

  static SpendBody of(GrantSpend spend) {
    return new SpendBody(
        spend.grant().toString(),
        spend.tenant().toString(),
        Named.of(spend.teamId(), spend.teamName()),
        Named.of(spend.applicationId(), spend.applicationName()),
        spend.tier().code(),
        spend.budget(),
        spend.spent(),
        spend.forecast(),
        spend.requests());
  }
}

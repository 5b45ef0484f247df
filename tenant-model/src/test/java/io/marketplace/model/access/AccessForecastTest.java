package io.marketplace.model.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.NanoUsd;
import org.junit.jupiter.api.Test;

final class AccessForecastTest {

  // 0.15 and 0.60 dollars per million tokens
  private static final TierCost COST =
      new TierCost(new NanoUsd(150_000_000), new NanoUsd(600_000_000), 1_000, 250, false);

  @Test
  void multipliesRequestsTokensAndPrices() {
    NanoUsd budget = NanoUsd.parse("budget", "3");
    AccessForecast forecast = AccessForecast.of(10_000, COST, budget);
    // 10,000 × (1,000 × 0.15 + 250 × 0.60) / 1,000,000 = 3 dollars
    assertThat(forecast.perMonth().toDollars()).isEqualTo("3");
    assertThat(forecast.withinBudget()).isTrue();
    assertThat(AccessForecast.of(10_001, COST, budget).withinBudget()).isFalse();
  }

  @Test
  void whatCannotBeCountedIsBeyondAnyBudget() {
    TierCost dear =
        new TierCost(
            new NanoUsd(Long.MAX_VALUE), new NanoUsd(1), Long.MAX_VALUE, Long.MAX_VALUE, true);
    AccessForecast forecast = AccessForecast.of(1_000_000_000_000L, dear, RequestTerms.MAX_BUDGET);
    assertThat(forecast.withinBudget()).isFalse();
  }
}

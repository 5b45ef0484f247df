package io.marketplace.model.access;

import io.marketplace.model.kernel.NanoUsd;

/**
 * What a request would cost if granted.
 *
 * @param requestsPerMonth the expected requests
 * @param cost what one of them costs
 * @param perMonth the cost a month: requests × (prompt tokens × price + completion tokens × price),
 *     rounded up; capped at what {@link NanoUsd} holds
 * @param withinBudget whether that fits the asked-for budget
 */
public record AccessForecast(
    long requestsPerMonth, TierCost cost, NanoUsd perMonth, boolean withinBudget) {

  /** Works it out. */
  public static AccessForecast of(long requestsPerMonth, TierCost cost, NanoUsd budget) {
    NanoUsd perMonth;
    try {
      perMonth =
          cost.promptPerMillion()
              .perMillion(Math.multiplyExact(requestsPerMonth, cost.promptTokens()))
              .plus(
                  cost.completionPerMillion()
                      .perMillion(Math.multiplyExact(requestsPerMonth, cost.completionTokens())));
    } catch (ArithmeticException e) {
      // beyond what can be counted is beyond any budget as well
      perMonth = new NanoUsd(Long.MAX_VALUE);
    }
    return new AccessForecast(requestsPerMonth, cost, perMonth, perMonth.compareTo(budget) <= 0);
  }
}

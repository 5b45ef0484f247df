package io.marketplace.api.access;

import io.marketplace.model.access.AccessAdvice;
import io.marketplace.model.access.AccessForecast;
import io.marketplace.model.access.PolicyEffect.ProviderEffect;
import io.marketplace.model.kernel.NanoUsd;
import java.util.List;
import java.util.Optional;

/**
 * What one should know before deciding.
 *
 * @param forecast the cost; absent if nothing serves the tier or no number of requests is expected
 * @param sensitivity the sensitivity the policy was asked about
 * @param jurisdictions where data of it may go
 * @param providers those that serve the tier
 * @param servable whether a lawful provider serves the tier
 * @param approvalsNeeded 1 or 2
 */
public record AdviceBody(
    Optional<ForecastBody> forecast,
    String sensitivity,
    List<String> jurisdictions,
    List<ProviderEffect> providers,
    boolean servable,
    int approvalsNeeded) {

  /**
   * The forecast.
   *
   * @param perMonthUsd requests times the dearest candidate's price of a request
   * @param promptTokens of a request
   * @param completionTokens of a request
   * @param measured whether the tokens are the tenant's own mean of 30 days; else assumed
   * @param withinBudget whether it fits the budget asked for
   */
  public record ForecastBody(
      long requestsPerMonth,
      NanoUsd perMonthUsd,
      long promptTokens,
      long completionTokens,
      boolean measured,
      boolean withinBudget) {

    static ForecastBody of(AccessForecast forecast) {
      return new ForecastBody(
          forecast.requestsPerMonth(),
          forecast.perMonth(),
          forecast.cost().promptTokens(),
          forecast.cost().completionTokens(),
          forecast.cost().measured(),
          forecast.withinBudget());
    }
  }

  static AdviceBody of(AccessAdvice advice) {
    return new AdviceBody(
        advice.forecast().map(ForecastBody::of),
        advice.policy().sensitivity().code(),
        advice.policy().jurisdictions(),
        advice.policy().providers(),
        advice.policy().servable(),
        advice.approvalsNeeded());
  }
}

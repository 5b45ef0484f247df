package io.marketplace.model.access;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param tier the tier of models
 * @param purpose what for, at most 2,000 characters; may be empty in a draft only
 * @param sensitivity the most sensitive data that will be sent
 * @param expectedRequestsPerMonth how many requests are expected a month, 0 to 10¹²
 * @param budget the most that may be spent a month, at most {@link #MAX_BUDGET}
 * @param until until when; empty: until it is revoked
 */
public record RequestTerms(
    Tier tier,
    String purpose,
    Sensitivity sensitivity,
    Optional<Long> expectedRequestsPerMonth,
    NanoUsd budget,
    Optional<Instant> until) {

  /** Ten million dollars a month: a typing error is more likely than a wish beyond this. */
  public static final NanoUsd MAX_BUDGET = new NanoUsd(10_000_000_000_000_000L);

  private static final long MAX_REQUESTS = 1_000_000_000_000L;

  /** Checks lengths and numbers. */
  public RequestTerms {
    purpose = Input.text("purpose", purpose, 2000);
    if (expectedRequestsPerMonth.filter(n -> n < 0 || n > MAX_REQUESTS).isPresent()) {
      throw Input.invalid(
          "expectedRequestsPerMonth", "expectedRequestsPerMonth must be 0 to 1,000,000,000,000.");
    }
    if (budget.compareTo(MAX_BUDGET) > 0) {
      throw Input.invalid("budgetUsd", "budgetUsd must be at most 10,000,000 a month.");
    }
  }

  /** Refuses what may stand in a draft but not be asked for. */
  void requireComplete(Instant now) {
    Input.requiredText("purpose", purpose, 2000);
    until.ifPresent(moment -> Input.future("until", moment, now));
  }

  /** These with {@code changes}. */
  RequestTerms with(TermChanges changes) {
    return new RequestTerms(
        tier,
        changes.purpose().orElse(purpose),
        changes.sensitivity().orElse(sensitivity),
        changes.expectedRequestsPerMonth().or(() -> expectedRequestsPerMonth),
        changes.budget().orElse(budget),
        changes.until().or(() -> until));
  }
}

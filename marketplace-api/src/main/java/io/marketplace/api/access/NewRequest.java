package io.marketplace.api.access;

import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Access that is asked for.
 *
 * @param applicationId the application
 * @param tier the tier of models
 * @param purpose what for
 * @param sensitivity the most sensitive data that will be sent
 * @param expectedRequestsPerMonth how many requests are expected
 * @param budgetUsd the most that may be spent a month
 * @param until until when; absent: until it is revoked
 * @param draft true to keep it without asking yet
 */
public record NewRequest(
    String applicationId,
    String tier,
    String purpose,
    String sensitivity,
    @Nullable Long expectedRequestsPerMonth,
    NanoUsd budgetUsd,
    @Nullable Instant until,
    @Nullable Boolean draft) {

  RequestTerms terms() {
    return new RequestTerms(
        Tier.parse("tier", tier),
        purpose,
        Sensitivity.parse("sensitivity", sensitivity),
        Optional.ofNullable(expectedRequestsPerMonth),
        budgetUsd,
        Optional.ofNullable(until));
  }

  boolean isDraft() {
    return draft != null && draft;
  }
}

package io.marketplace.api.access;

import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The terms of a draft, all of them. See {@link NewRequest}. */
public record DraftTerms(
    String tier,
    String purpose,
    String sensitivity,
    @Nullable Long expectedRequestsPerMonth,
    NanoUsd budgetUsd,
    @Nullable Instant until) {

  RequestTerms terms() {
    return new RequestTerms(
        Tier.parse("tier", tier),
        purpose,
        Sensitivity.parse("sensitivity", sensitivity),
        Optional.ofNullable(expectedRequestsPerMonth),
        budgetUsd,
        Optional.ofNullable(until));
  }
}

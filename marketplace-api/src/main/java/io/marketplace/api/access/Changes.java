package io.marketplace.api.access;

import io.marketplace.model.access.TermChanges;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Terms that are changed; what is absent stays.
 *
 * @param purpose a better purpose; not an approver's to change
 * @param sensitivity the most sensitive data that may be sent
 * @param expectedRequestsPerMonth how many requests are expected; not an approver's to change
 * @param budgetUsd the most that may be spent a month
 * @param until until when
 */
public record Changes(
    @Nullable String purpose,
    @Nullable String sensitivity,
    @Nullable Long expectedRequestsPerMonth,
    @Nullable NanoUsd budgetUsd,
    @Nullable Instant until) {

  static final Changes NONE = new Changes(null, null, null, null, null);

  TermChanges ofApprover() {
    if (purpose != null || expectedRequestsPerMonth != null) {
      String field = purpose != null ? "changes.purpose" : "changes.expectedRequestsPerMonth";
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST,
          field + " is for those who ask to say; ask back instead.",
          field);
    }
    return TermChanges.ofApprover(
        Optional.ofNullable(budgetUsd), readSensitivity(), Optional.ofNullable(until));
  }

  TermChanges ofRequester() {
    return new TermChanges(
        Optional.ofNullable(purpose),
        readSensitivity(),
        Optional.ofNullable(expectedRequestsPerMonth),
        Optional.ofNullable(budgetUsd),
        Optional.ofNullable(until));
  }

  private Optional<Sensitivity> readSensitivity() {
    return Optional.ofNullable(sensitivity)
        .map(code -> Sensitivity.parse("changes.sensitivity", code));
  }
}

package io.marketplace.api.quota;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.quota.BudgetRaise;
import java.time.Instant;
import java.util.Optional;

/**
 * A higher cap for a while.
 *
 * @param state pending or approved
 * @param decidedBy absent while nobody has decided
 */
public record RaiseBody(
    String id,
    NanoUsd capUsd,
    Instant until,
    String reason,
    String state,
    String requestedBy,
    Optional<String> decidedBy) {

  static RaiseBody of(BudgetRaise raise) {
    return new RaiseBody(
        raise.id().toString(),
        raise.cap(),
        raise.until(),
        raise.reason(),
        raise.state().code(),
        raise.requestedByName(),
        raise.decidedByName());
  }
}

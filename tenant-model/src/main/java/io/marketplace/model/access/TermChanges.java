package io.marketplace.model.access;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.util.Optional;

/**
 * What an approver or a reply changes of a request; what is empty stays.
 *
 * @param purpose a better purpose; not an approver's to change
 * @param sensitivity the most sensitive data that may be sent
 * @param expectedRequestsPerMonth how many requests are expected a month
 * @param budget the most that may be spent a month
 * @param until until when
 */
public record TermChanges(
    Optional<String> purpose,
    Optional<Sensitivity> sensitivity,
    Optional<Long> expectedRequestsPerMonth,
    Optional<NanoUsd> budget,
    Optional<Instant> until) {

  /** No change. */
  public static final TermChanges NONE =
      new TermChanges(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What an approver may change. */
  public static TermChanges ofApprover(
      Optional<NanoUsd> budget, Optional<Sensitivity> sensitivity, Optional<Instant> until) {
    return new TermChanges(Optional.empty(), sensitivity, Optional.empty(), budget, until);
  }

  /** The changes as names and values. */
  public Facts facts() {
    return Facts.NONE
        .with("purpose", purpose)
        .with("sensitivity", sensitivity.map(Sensitivity::code))
        .with("expectedRequestsPerMonth", expectedRequestsPerMonth)
        .with("budgetUsd", budget.map(NanoUsd::toDollars))
        .with("until", until);
  }
}

package io.marketplace.ui.approvals;

import io.marketplace.model.access.RequestTerms;
import io.marketplace.model.access.TermChanges;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.policy.Sensitivity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Finds what an approver's form changes of a request, so that only that is recorded. */
final class ApproverChanges {

  private ApproverChanges() {}

  /**
   * What differs from {@code terms}.
   *
   * @param lastDay the last day of the grant; none: until it is revoked, if that was asked for
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} for
   *     taking away an end that was asked for: a grant may end sooner or later, but must end
   */
  static TermChanges between(
      RequestTerms terms,
      NanoUsd budget,
      Optional<Sensitivity> sensitivity,
      Optional<LocalDate> lastDay,
      ZoneId zone) {
    if (lastDay.isEmpty() && terms.until().isPresent()) {
      throw Input.invalid("until", "until was asked for with an end; choose another day.");
    }
    // An unchanged day keeps the very moment that was asked for, whatever the reader's zone.
    Optional<LocalDate> asked =
        terms.until().map(end -> LocalDate.ofInstant(end.minusSeconds(1), zone));
    Optional<Instant> until =
        lastDay
            .filter(day -> asked.filter(day::equals).isEmpty())
            .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
    return TermChanges.ofApprover(
        Optional.of(budget).filter(cap -> !cap.equals(terms.budget())),
        sensitivity.filter(level -> level != terms.sensitivity()),
        until);
  }

  /** {@code terms} with {@code changes}. */
  static RequestTerms apply(RequestTerms terms, TermChanges changes) {
    return new RequestTerms(
        terms.tier(),
        terms.purpose(),
        changes.sensitivity().orElse(terms.sensitivity()),
        terms.expectedRequestsPerMonth(),
        changes.budget().orElse(terms.budget()),
        changes.until().or(terms::until));
  }
}

package io.marketplace.api.access;

import io.marketplace.api.json.Named;
import io.marketplace.model.access.GrantView;
import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;
import java.util.Optional;

/**
 * An application's right to a tier.
 *
 * @param budgetUsd the most that may be spent a month
 * @param spentThisMonthUsd since the first of this month (UTC), by the ledger
 * @param recertifyBy when somebody should confirm it
 */
public record GrantBody(
    String id,
    Named application,
    Named team,
    Named tenant,
    String tier,
    String sensitivity,
    NanoUsd budgetUsd,
    NanoUsd spentThisMonthUsd,
    Optional<Instant> until,
    String state,
    String reason,
    Optional<String> requestId,
    Optional<Instant> recertifyBy,
    Instant createdAt) {

  static GrantBody of(GrantView view) {
    return new GrantBody(
        view.id().toString(),
        Named.of(view.application(), view.applicationName()),
        Named.of(view.team(), view.teamName()),
        Named.of(view.tenant(), view.tenantName()),
        view.tier().code(),
        view.sensitivity().code(),
        view.budget(),
        view.spentThisMonth(),
        view.until(),
        view.state().code(),
        view.stateReason(),
        view.request().map(Object::toString),
        view.recertifyBy(),
        view.createdAt());
  }
}

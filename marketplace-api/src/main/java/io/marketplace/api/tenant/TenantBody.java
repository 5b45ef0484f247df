package io.marketplace.api.tenant;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.tenant.TenantView;
import java.time.Instant;

/**
 * A tenant.
 *
 * @param id the identifier
 * @param slug the short name that groups begin with
 * @param name what to show
 * @param secondApproval when one approval is not enough
 * @param createdAt since when it is there
 * @param teams how many teams it has
 * @param applications how many live applications it has
 * @param people how many people have signed in
 */
public record TenantBody(
    String id,
    String slug,
    String name,
    SecondApproval secondApproval,
    Instant createdAt,
    long teams,
    long applications,
    long people) {

  /**
   * When one approval is not enough.
   *
   * @param aboveBudgetUsd monthly budgets above this need two
   * @param fromSensitivity data of this sensitivity or a higher one needs two
   */
  public record SecondApproval(NanoUsd aboveBudgetUsd, String fromSensitivity) {}

  static TenantBody of(TenantView tenant) {
    return new TenantBody(
        tenant.id().toString(),
        tenant.slug(),
        tenant.name(),
        new SecondApproval(
            tenant.thresholds().budgetAbove(), tenant.thresholds().sensitivityFrom().code()),
        tenant.createdAt(),
        tenant.teams(),
        tenant.applications(),
        tenant.people());
  }
}

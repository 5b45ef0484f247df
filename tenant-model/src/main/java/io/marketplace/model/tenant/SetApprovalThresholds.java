package io.marketplace.model.tenant;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Sets from when on a tenant's requests need a second approval. */
@Singleton
public final class SetApprovalThresholds {

  private final Work work;
  private final Tenants tenants;
  private final AuditTrail audit;

  /** Finds the tenant in {@code tenants}. */
  @Inject
  public SetApprovalThresholds(Work work, Tenants tenants, AuditTrail audit) {
    this.work = work;
    this.tenants = tenants;
    this.audit = audit;
  }

  /**
   * Sets them for approvals from now on.
   *
   * @throws MarketplaceException {@code forbidden} unless the actor is a platform administrator,
   *     {@code not_found} for an unknown tenant
   */
  public void set(Actor actor, TenantId id, ApprovalThresholds thresholds) {
    actor.require(Role.PLATFORM_ADMIN);
    work.in(
        actor.scope(),
        () -> {
          Tenant tenant =
              tenants
                  .find(id)
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND, "There is no tenant of this identifier."));
          Facts before = tenant.facts();
          tenant.setThresholds(thresholds);
          audit.record(
              new AuditEntry(
                  Optional.of(id),
                  Author.of(actor),
                  "tenant.thresholds-set",
                  "tenant",
                  id.toString(),
                  before,
                  tenant.facts()));
          return tenant;
        });
  }
}

package io.marketplace.model.tenant;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Adds a tenant. */
@Singleton
public final class CreateTenant {

  private final Work work;
  private final Tenants tenants;
  private final AuditTrail audit;

  /** Keeps them in {@code tenants}. */
  @Inject
  public CreateTenant(Work work, Tenants tenants, AuditTrail audit) {
    this.work = work;
    this.tenants = tenants;
    this.audit = audit;
  }

  /**
   * Adds it.
   *
   * @param slug the short name that the identity provider's groups begin with; see {@link Slug}
   * @param name what to show, 1 to 80 characters
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden} unless the actor is
   *     a platform administrator, {@code conflict} for a taken short name
   */
  public TenantId create(Actor actor, String slug, String name, ApprovalThresholds thresholds) {
    actor.require(Role.PLATFORM_ADMIN);
    String goodSlug = Slug.require("slug", slug);
    String goodName = Input.line("name", name, 80);
    return work.in(
        Scope.PLATFORM,
        () -> {
          Tenant tenant = new Tenant(goodSlug, goodName, thresholds);
          tenants.add(tenant);
          audit.record(
              new AuditEntry(
                  Optional.of(tenant.id()),
                  Author.of(actor),
                  "tenant.created",
                  "tenant",
                  tenant.id().toString(),
                  Facts.NONE,
                  tenant.facts()));
          return tenant.id();
        });
  }
}

package io.marketplace.model.tenant;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Adds a team to a tenant; members come with the groups of the identity provider. */
@Singleton
public final class CreateTeam {

  private final Work work;
  private final Tenants tenants;
  private final Teams teams;
  private final AuditTrail audit;

  /** Keeps them in {@code teams}. */
  @Inject
  public CreateTeam(Work work, Tenants tenants, Teams teams, AuditTrail audit) {
    this.work = work;
    this.tenants = tenants;
    this.teams = teams;
    this.audit = audit;
  }

  /**
   * Adds it.
   *
   * @param slug the short name within the tenant; see {@link Slug}
   * @param name what to show, 1 to 80 characters
   * @throws MarketplaceException {@code forbidden} unless the actor is a platform administrator,
   *     {@code not_found} for an unknown tenant, {@code conflict} for a taken short name
   */
  public TeamId create(Actor actor, TenantId tenantId, String slug, String name) {
    actor.require(Role.PLATFORM_ADMIN);
    String goodSlug = Slug.require("slug", slug);
    String goodName = Input.line("name", name, 80);
    return work.in(
        actor.scope(),
        () -> {
          Tenant tenant =
              tenants
                  .find(tenantId)
                  .orElseThrow(
                      () ->
                          new MarketplaceException(
                              ProblemCode.NOT_FOUND, "There is no tenant of this identifier."));
          Team team = new Team(tenant.id(), goodSlug, goodName);
          teams.add(team);
          audit.record(
              new AuditEntry(
                  Optional.of(tenant.id()),
                  Author.of(actor),
                  "team.created",
                  "team",
                  team.id().toString(),
                  Facts.NONE,
                  team.facts()));
          return team.id();
        });
  }
}

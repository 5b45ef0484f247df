package io.marketplace.ui.administration;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.tenant.ApprovalThresholds;
import io.marketplace.model.tenant.CreateTeam;
import io.marketplace.model.tenant.CreateTenant;
import io.marketplace.model.tenant.SetApprovalThresholds;
import io.marketplace.model.tenant.TeamView;
import io.marketplace.model.tenant.TenantQueries;
import io.marketplace.model.tenant.TenantView;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tenants and teams: what is read of them and what is done to them. */
@Singleton
final class TenantDoor {

  private final TenantQueries tenants;
  private final CreateTenant creating;
  private final CreateTeam adding;
  private final SetApprovalThresholds thresholds;

  @Inject
  TenantDoor(
      TenantQueries tenants,
      CreateTenant creating,
      CreateTeam adding,
      SetApprovalThresholds thresholds) {
    this.tenants = tenants;
    this.creating = creating;
    this.adding = adding;
    this.thresholds = thresholds;
  }

  Page<TenantView> tenants(Actor actor, PageRequest page) {
    return tenants.tenants(actor, page);
  }

  Page<TeamView> teams(Actor actor, PageRequest page) {
    return tenants.teams(actor, page);
  }

  void create(Actor actor, String slug, String name, ApprovalThresholds start) {
    creating.create(actor, slug, name, start);
  }

  void addTeam(Actor actor, TenantId tenant, String slug, String name) {
    adding.create(actor, tenant, slug, name);
  }

  void set(Actor actor, TenantId tenant, ApprovalThresholds next) {
    thresholds.set(actor, tenant, next);
  }
}

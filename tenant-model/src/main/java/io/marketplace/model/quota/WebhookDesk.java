package io.marketplace.model.quota;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.ProviderId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** What all steps of a webhook share: whose it is, and writing the step down. */
@Singleton
public final class WebhookDesk {

  private final Budgets budgets;
  private final AuditTrail audit;

  /** Finds tenants by {@code budgets}. */
  @Inject
  public WebhookDesk(Budgets budgets, AuditTrail audit) {
    this.budgets = budgets;
    this.audit = audit;
  }

  /** Identifies what a secret is sealed for. */
  static ProviderId sealedFor(TenantId tenant) {
    return new ProviderId(tenant.value());
  }

  /** The tenant that is meant, if the actor sees it; its own if none is named. */
  TenantId owner(Actor actor, Optional<TenantId> tenant) {
    TenantId wanted =
        tenant
            .or(actor::tenant)
            .orElseThrow(() -> Input.invalid("tenantId", "tenantId must say whose webhook."));
    return budgets
        .tenantOf(new BudgetScope(BudgetKind.TENANT, wanted.toString()))
        .orElseThrow(BudgetDesk::notFound);
  }

  static MarketplaceException none() {
    return new MarketplaceException(ProblemCode.NOT_FOUND, "The tenant has no webhook.");
  }

  /** The host alone: path and query may hold a token, which everybody who reads the audit had. */
  static Facts host(String url) {
    return Facts.of("host", URI.create(url).getAuthority());
  }

  void record(Actor actor, TenantId owner, String action, Facts before, Facts after) {
    audit.record(
        new AuditEntry(
            Optional.of(owner),
            Author.of(actor),
            action,
            "webhook",
            owner.toString(),
            before,
            after));
  }
}

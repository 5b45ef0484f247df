package io.marketplace.model.quota;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.routing.CredentialCipher;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.UpstreamRules;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says where a tenant is told of its budgets' signals, and forgets it again. */
@Singleton
public final class SetWebhook {

  private static final int SECRET_BYTES = 32;

  private final Work work;
  private final Webhooks webhooks;
  private final Budgets budgets;
  private final UpstreamRules rules;
  private final CredentialCipher cipher;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Keeps webhooks whose addresses pass {@code rules}. */
  @Inject
  public SetWebhook(
      Work work,
      Webhooks webhooks,
      Budgets budgets,
      UpstreamRules rules,
      CredentialCipher cipher,
      AuditTrail audit,
      Clock clock) {
    this.work = work;
    this.webhooks = webhooks;
    this.budgets = budgets;
    this.rules = rules;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What was set.
   *
   * @param webhook the webhook
   * @param secret the secret that signals are signed with, where a new one was made
   */
  public record SetUp(Webhook webhook, Optional<String> secret) {}

  /** Identifies what a secret is sealed for. */
  static ProviderId sealedFor(TenantId tenant) {
    return new ProviderId(tenant.value());
  }

  /**
   * Sets it.
   *
   * @param tenant whose; empty: the actor's own
   * @param newSecret make another secret even if there is one
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden}, {@code not_found}
   *     for another's tenant, {@code invalid_request_error} for an address that may not be called
   */
  public SetUp set(
      Actor actor, Optional<TenantId> tenant, @Nullable String url, boolean newSecret) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    String address = rules.check("url", url == null ? "" : url);
    return work.in(
        actor.scope(),
        () -> {
          TenantId owner = owner(actor, tenant);
          Optional<Webhook> before = webhooks.find(owner);
          Webhook webhook = new Webhook(owner, address, actor.name(), clock.instant());
          Optional<String> secret =
              before.isEmpty() || newSecret ? Optional.of(secret()) : Optional.empty();
          webhooks.put(webhook, secret.map(made -> cipher.seal(sealedFor(owner), made)));
          record(
              actor,
              owner,
              "webhook.set",
              before.map(old -> Facts.of("url", old.url())).orElse(Facts.NONE),
              Facts.of("url", address).with("newSecret", secret.isPresent()));
          return new SetUp(webhook, secret);
        });
  }

  /**
   * The tenant's webhook; empty if it has none.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden} or {@code
   *     not_found}
   */
  public Optional<Webhook> read(Actor actor, Optional<TenantId> tenant) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    return work.in(actor.scope(), () -> webhooks.find(owner(actor, tenant)));
  }

  /**
   * Forgets it.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden}, or {@code
   *     not_found} if there is none
   */
  public void remove(Actor actor, Optional<TenantId> tenant) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    work.in(
        actor.scope(),
        () -> {
          TenantId owner = owner(actor, tenant);
          if (!webhooks.remove(owner)) {
            throw BudgetDesk.notFound();
          }
          record(actor, owner, "webhook.removed", Facts.NONE, Facts.NONE);
          return owner;
        });
  }

  private TenantId owner(Actor actor, Optional<TenantId> tenant) {
    TenantId wanted =
        tenant
            .or(actor::tenant)
            .orElseThrow(() -> Input.invalid("tenantId", "tenantId must say whose webhook."));
    return budgets
        .tenantOf(new BudgetScope(BudgetKind.TENANT, wanted.toString()))
        .orElseThrow(BudgetDesk::notFound);
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private void record(Actor actor, TenantId owner, String action, Facts before, Facts after) {
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

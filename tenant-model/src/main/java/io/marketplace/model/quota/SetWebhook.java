package io.marketplace.model.quota;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.routing.CredentialCipher;
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
  private final UpstreamRules rules;
  private final CredentialCipher cipher;
  private final WebhookDesk desk;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /** Keeps webhooks whose addresses pass {@code rules}. */
  @Inject
  public SetWebhook(
      Work work,
      Webhooks webhooks,
      UpstreamRules rules,
      CredentialCipher cipher,
      WebhookDesk desk,
      Clock clock) {
    this.work = work;
    this.webhooks = webhooks;
    this.rules = rules;
    this.cipher = cipher;
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * What was set.
   *
   * @param webhook the webhook
   * @param secret the secret that signals are signed with, where a new one was made
   */
  public record SetUp(Webhook webhook, Optional<String> secret) {}

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
    String address = rules.checkReceiver("url", url == null ? "" : url);
    return work.in(
        actor.scope(),
        () -> {
          TenantId owner = desk.owner(actor, tenant);
          Optional<Webhook> before = webhooks.find(owner);
          Webhook webhook = new Webhook(owner, address, actor.name(), clock.instant());
          Optional<String> secret =
              before.isEmpty() || newSecret ? Optional.of(secret()) : Optional.empty();
          webhooks.put(
              webhook, secret.map(made -> cipher.seal(WebhookDesk.sealedFor(owner), made)));
          desk.record(
              actor,
              owner,
              "webhook.set",
              before.map(old -> WebhookDesk.host(old.url())).orElse(Facts.NONE),
              WebhookDesk.host(address)
                  .with("sameAddress", before.map(old -> old.url().equals(address)))
                  .with("newSecret", secret.isPresent()));
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
    return work.in(actor.scope(), () -> webhooks.find(desk.owner(actor, tenant)));
  }

  /**
   * What the tenant was told and is to be told, newest first.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden} or {@code
   *     not_found}
   */
  public Page<Delivery> deliveries(Actor actor, Optional<TenantId> tenant, PageRequest page) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    return work.in(actor.scope(), () -> webhooks.deliveries(desk.owner(actor, tenant), page));
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
          TenantId owner = desk.owner(actor, tenant);
          Webhook before = webhooks.find(owner).orElseThrow(WebhookDesk::none);
          webhooks.remove(owner);
          desk.record(actor, owner, "webhook.removed", WebhookDesk.host(before.url()), Facts.NONE);
          return owner;
        });
  }

  private String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

package io.marketplace.model.quota;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.quota.WebhookSender.Sent;
import io.marketplace.model.routing.CredentialCipher;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Tells a tenant's webhook of nothing, signed as signals are, so that whoever sets it up need not
 * wait for a budget to run out.
 */
@Singleton
public final class TestWebhook {

  private final Work work;
  private final Webhooks webhooks;
  private final WebhookSender sender;
  private final CredentialCipher cipher;
  private final WebhookDesk desk;
  private final Clock clock;

  /** Sends by {@code sender}. */
  @Inject
  public TestWebhook(
      Work work,
      Webhooks webhooks,
      WebhookSender sender,
      CredentialCipher cipher,
      WebhookDesk desk,
      Clock clock) {
    this.work = work;
    this.webhooks = webhooks;
    this.sender = sender;
    this.cipher = cipher;
    this.desk = desk;
    this.clock = clock;
  }

  @SuppressWarnings("ArrayRecordComponent") // on its way to the sender, never compared
  private record Target(TenantId tenant, String url, byte[] sealed) {}

  /**
   * Sends it, once; waits up to {@link WebhookSender#PATIENCE_SECONDS} for the answer.
   *
   * @param tenant whose; empty: the actor's own
   * @return what became of it
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden}, or {@code
   *     not_found} if there is no webhook
   */
  public Sent send(Actor actor, Optional<TenantId> tenant) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    Target target = work.in(actor.scope(), () -> target(desk.owner(actor, tenant)));
    // outside of any unit of work: a slow receiver must hold no connection
    Sent sent = sent(target);
    return work.in(
        actor.scope(),
        () -> {
          desk.record(
              actor,
              target.tenant,
              "webhook.tested",
              Facts.NONE,
              WebhookDesk.host(target.url).with("answer", sent.answer()));
          return sent;
        });
  }

  private Sent sent(Target target) {
    try {
      String secret = cipher.open(WebhookDesk.sealedFor(target.tenant), target.sealed);
      return sender.test(target.url, secret, target.tenant, clock.instant());
    } catch (IllegalArgumentException e) {
      return DeliverSignals.UNREADABLE;
    }
  }

  private Target target(TenantId owner) {
    Webhook webhook = webhooks.find(owner).orElseThrow(WebhookDesk::none);
    return new Target(owner, webhook.url(), webhooks.secret(owner).orElseThrow(WebhookDesk::none));
  }
}

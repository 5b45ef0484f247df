package io.marketplace.ui.budgets;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.Delivery;
import io.marketplace.model.quota.SetWebhook;
import io.marketplace.model.quota.TestWebhook;
import io.marketplace.model.quota.Webhook;
import io.marketplace.model.quota.WebhookSender;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What is read of webhooks and done to them. */
@Singleton
final class WebhookDoor {

  private final SetWebhook setting;
  private final TestWebhook testing;

  @Inject
  WebhookDoor(SetWebhook setting, TestWebhook testing) {
    this.setting = setting;
    this.testing = testing;
  }

  Optional<Webhook> read(Actor actor, TenantId tenant) {
    return setting.read(actor, Optional.of(tenant));
  }

  Page<Delivery> deliveries(Actor actor, TenantId tenant, PageRequest page) {
    return setting.deliveries(actor, Optional.of(tenant), page);
  }

  SetWebhook.SetUp set(Actor actor, TenantId tenant, String url, boolean newSecret) {
    return setting.set(actor, Optional.of(tenant), url, newSecret);
  }

  WebhookSender.Sent test(Actor actor, TenantId tenant) {
    return testing.send(actor, Optional.of(tenant));
  }

  void remove(Actor actor, TenantId tenant) {
    setting.remove(actor, Optional.of(tenant));
  }
}

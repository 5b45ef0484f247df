package io.marketplace.api.quota;

import io.marketplace.model.quota.Webhook;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a tenant is told of its budgets' signals.
 *
 * @param secret what they are signed with; only in the answer that made it
 */
public record WebhookBody(
    String tenantId, String url, String updatedBy, Instant updatedAt, Optional<String> secret) {

  static WebhookBody of(Webhook webhook, Optional<String> secret) {
    return new WebhookBody(
        webhook.tenant().toString(),
        webhook.url(),
        webhook.updatedBy(),
        webhook.updatedAt(),
        secret);
  }
}

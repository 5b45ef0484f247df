package io.marketplace.model.quota;

import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps webhooks and what is to be delivered to them. Within the running unit of work. */
public interface Webhooks {

  /** The tenant's webhook. */
  Optional<Webhook> find(TenantId tenant);

  /** What the tenant's webhook is signed with, sealed. */
  Optional<byte[]> secret(TenantId tenant);

  /** What the tenant's webhook was told and is to be told, newest signal first. */
  Page<Delivery> deliveries(TenantId tenant, PageRequest page);

  /** Keeps it, with a new secret; the old secret stays where {@code sealedSecret} is empty. */
  void put(Webhook webhook, Optional<byte[]> sealedSecret);

  /** Forgets it; what was not delivered is not any more. Whether there was one. */
  boolean remove(TenantId tenant);

  /**
   * Takes up to {@code limit} signals that are due: those of the last day that nobody has taken,
   * and those whose time to be tried again has come. Nobody else takes them before {@code again}.
   */
  List<WebhookDelivery> take(Instant now, Instant again, int limit);

  /** Notes that a signal has arrived. */
  void delivered(UUID signal, Instant now, String answer);

  /** Notes that it has not; it is tried {@code again}, or no more if that is empty. */
  void failed(UUID signal, Instant now, Optional<Instant> again, String answer);
}

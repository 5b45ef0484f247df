package io.marketplace.model.quota;

import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.routing.CredentialCipher;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells tenants' webhooks of their budgets' signals. Upkeep, to be called every few seconds;
 * several servers may do so at once. A signal may arrive twice: its identifier tells.
 */
@Singleton
public final class DeliverSignals {

  private static final int BATCH = 20;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** About a day of trying. */
  private static final int MOST_ATTEMPTS = 30;

  static final WebhookSender.Sent UNREADABLE =
      new WebhookSender.Sent(false, "the secret cannot be opened with this master key");

  private final Work work;
  private final Webhooks webhooks;
  private final WebhookSender sender;
  private final CredentialCipher cipher;
  private final Clock clock;

  /** Sends by {@code sender} what {@code webhooks} has. */
  @Inject
  public DeliverSignals(
      Work work, Webhooks webhooks, WebhookSender sender, CredentialCipher cipher, Clock clock) {
    this.work = work;
    this.webhooks = webhooks;
    this.sender = sender;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Sends what is due; how many have arrived. */
  public int deliver() {
    Instant now = clock.instant();
    // Nobody else takes them while they are sent one after the other, however slow the receivers.
    Instant again = now.plusSeconds((long) BATCH * WebhookSender.PATIENCE_SECONDS * 2);
    List<WebhookDelivery> due = work.in(Scope.PLATFORM, () -> webhooks.take(now, again, BATCH));
    int arrived = 0;
    for (WebhookDelivery delivery : due) {
      arrived += deliver(delivery) ? 1 : 0;
    }
    return arrived;
  }

  private boolean deliver(WebhookDelivery delivery) {
    BudgetSignal signal = delivery.signal();
    WebhookSender.Sent sent;
    try {
      String secret = cipher.open(WebhookDesk.sealedFor(signal.tenant()), delivery.sealedSecret());
      sent = sender.send(delivery.url(), secret, signal);
    } catch (IllegalArgumentException e) {
      sent = UNREADABLE;
    }
    note(signal.id(), delivery.attempts(), sent);
    return sent.arrived();
  }

  private void note(UUID signal, int attempts, WebhookSender.Sent sent) {
    Instant now = clock.instant();
    work.in(
        Scope.PLATFORM,
        () -> {
          if (sent.arrived()) {
            webhooks.delivered(signal, now, sent.answer());
          } else {
            Optional<Instant> again =
                attempts < MOST_ATTEMPTS
                    ? Optional.of(now.plus(pause(attempts)))
                    : Optional.empty();
            webhooks.failed(signal, now, again, sent.answer());
          }
          return signal;
        });
  }

  /** Twice as long after each failure. */
  static Duration pause(int attempts) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}

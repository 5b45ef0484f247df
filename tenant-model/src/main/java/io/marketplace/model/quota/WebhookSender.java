package io.marketplace.model.quota;

import io.marketplace.model.kernel.TenantId;
import java.time.Instant;

/** Calls webhooks. */
public interface WebhookSender {

  /** The longest answer that is waited for, in seconds. */
  int PATIENCE_SECONDS = 10;

  /**
   * Posts a signal, signed with {@code secret}.
   *
   * @return what became of it; never throws for a receiver's fault
   */
  Sent send(String url, String secret, BudgetSignal signal);

  /**
   * Posts that nothing has happened, signed with {@code secret} as signals are.
   *
   * @return what became of it; never throws for a receiver's fault
   */
  Sent test(String url, String secret, TenantId tenant, Instant at);

  /**
   * What became of it.
   *
   * @param arrived whether the receiver took it: it answered 2xx
   * @param answer the status or the fault in a few words, without the receiver's text
   */
  record Sent(boolean arrived, String answer) {}
}

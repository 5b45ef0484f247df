package io.marketplace.gateway.metering;

import io.marketplace.model.metering.UsageRow;

/**
 * Where a call's money is written down before anybody else learns of it. Thread-safe; neither
 * operation waits for the database or for other calls.
 */
public interface Journal {

  /**
   * Notes a call that is about to cost something, as its row would be booked if the gateway died
   * now: the reserved cost, the outcome {@link UsageRow#INTERRUPTED}, its bookings. A later one of
   * the same call replaces it.
   *
   * @throws io.marketplace.gateway.problem.GatewayProblem {@code budget_unavailable} when the disk
   *     has no room for another call
   */
  void intend(UsageRow worstCase);

  /** Notes how a call ended; once this returns the row survives the death of the process. */
  void settle(UsageRow row);
}

package io.marketplace.model.quota;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a signal has come to its tenant's webhook.
 *
 * @param signal what is told
 * @param attempts how often it was tried
 * @param answer the last status or fault in a few words; empty before the first
 * @param deliveredAt when it arrived, if it has
 * @param givenUpAt when it was tried for the last time, if it was
 * @param nextAt when it is tried next, unless it arrived or was given up
 */
public record Delivery(
    BudgetSignal signal,
    int attempts,
    Optional<String> answer,
    Optional<Instant> deliveredAt,
    Optional<Instant> givenUpAt,
    Optional<Instant> nextAt) {

  /** How it stands in one word. */
  public DeliveryState state() {
    if (deliveredAt.isPresent()) {
      return DeliveryState.DELIVERED;
    }
    return givenUpAt.isPresent() ? DeliveryState.GIVEN_UP : DeliveryState.WAITING;
  }
}

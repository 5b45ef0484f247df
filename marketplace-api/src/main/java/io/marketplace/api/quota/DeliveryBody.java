package io.marketplace.api.quota;

import io.marketplace.model.quota.Delivery;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a signal has come to the webhook.
 *
 * @param signal what is told
 * @param state waiting, delivered or given-up
 * @param attempts how often it was tried
 * @param answer the last status, or the fault in a few words; absent before the first
 */
public record DeliveryBody(
    SignalBody signal,
    String state,
    int attempts,
    Optional<String> answer,
    Optional<Instant> deliveredAt,
    Optional<Instant> givenUpAt,
    Optional<Instant> nextAt) {

  static DeliveryBody of(Delivery delivery) {
    return new DeliveryBody(
        SignalBody.of(delivery.signal()),
        delivery.state().code(),
        delivery.attempts(),
        delivery.answer(),
        delivery.deliveredAt(),
        delivery.givenUpAt(),
        delivery.nextAt());
  }
}

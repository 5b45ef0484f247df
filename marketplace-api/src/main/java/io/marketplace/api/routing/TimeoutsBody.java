package io.marketplace.api.routing;

import io.marketplace.model.routing.Timeouts;
import java.util.Optional;

/** How long a route waits, in milliseconds; what is absent is as usual. */
public record TimeoutsBody(
    Optional<Integer> connectMs,
    Optional<Integer> firstByteMs,
    Optional<Integer> idleMs,
    Optional<Integer> totalMs) {

  static TimeoutsBody of(Timeouts timeouts) {
    return new TimeoutsBody(
        Optional.of(timeouts.connectMs()),
        Optional.of(timeouts.firstByteMs()),
        Optional.of(timeouts.idleMs()),
        Optional.of(timeouts.totalMs()));
  }

  Timeouts timeouts() {
    Timeouts usual = Timeouts.DEFAULT;
    return new Timeouts(
        connectMs.orElse(usual.connectMs()),
        firstByteMs.orElse(usual.firstByteMs()),
        idleMs.orElse(usual.idleMs()),
        totalMs.orElse(usual.totalMs()));
  }
}

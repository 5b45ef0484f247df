package io.marketplace.gateway.quota;

import java.time.Duration;
import java.util.List;

/**
 * How long a call waits for money.
 *
 * @param retries the pauses before asking again while other replicas give back what they hold: it
 *     comes back within a moment or not at all
 * @param refused how long a refusal holds for the calls that follow: a crowd at a used-up budget
 *     asks once
 */
record Patience(List<Duration> retries, Duration refused) {
  static final Patience USUAL =
      new Patience(
          List.of(
              Duration.ofMillis(30),
              Duration.ofMillis(60),
              Duration.ofMillis(90),
              Duration.ofMillis(120)),
          Duration.ofMillis(300));

  Patience {
    retries = List.copyOf(retries);
  }
}

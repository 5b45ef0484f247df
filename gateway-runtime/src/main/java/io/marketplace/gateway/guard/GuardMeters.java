package io.marketplace.gateway.guard;

import io.marketplace.guard.Reading;
import io.marketplace.model.guard.GuardRule;
import io.marketplace.model.guard.Side;

/** Counts findings by side, detector and action; names of rules are a tenant's own and stay out. */
@FunctionalInterface
public interface GuardMeters {

  /** Counts {@code times} findings of a rule. */
  void found(Side side, GuardRule rule, int times);

  /** Counts all findings of a reading. */
  default void count(Side side, Reading reading) {
    reading.counts().forEach((rule, times) -> found(side, rule, times));
  }
}

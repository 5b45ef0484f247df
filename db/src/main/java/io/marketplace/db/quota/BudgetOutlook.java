package io.marketplace.db.quota;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.quota.BudgetRaise;
import io.marketplace.model.quota.RaiseState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What holds for a budget now, and what is to be expected of it. */
final class BudgetOutlook {

  // In a period's first minutes the pace of one call would foretell ruin.
  private static final Duration LEAST = Duration.ofMinutes(10);

  private BudgetOutlook() {}

  /** The cap with the raises that are in force. */
  static NanoUsd inForce(NanoUsd cap, List<BudgetRaise> raises) {
    NanoUsd most = cap;
    for (BudgetRaise raise : raises) {
      if (raise.state() == RaiseState.APPROVED && raise.cap().compareTo(most) > 0) {
        most = raise.cap();
      }
    }
    return most;
  }

  /** Linear: when the cap is hit at the pace since {@code from}; empty if not before {@code to}. */
  static Optional<Instant> exhaustedAt(
      NanoUsd spent, NanoUsd cap, Instant from, Instant now, Instant to) {
    if (spent.compareTo(cap) >= 0) {
      return Optional.of(now);
    }
    if (spent.value() == 0) {
      return Optional.empty();
    }
    double seconds = Math.max(Duration.between(from, now).toSeconds(), LEAST.toSeconds());
    double left = (cap.value() - spent.value()) * (seconds / spent.value());
    return left < Duration.between(now, to).toSeconds()
        ? Optional.of(now.plusSeconds((long) left))
        : Optional.empty();
  }
}

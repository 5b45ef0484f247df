package io.marketplace.ui.budgets;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.quota.BudgetState;
import io.marketplace.model.quota.BudgetView;
import io.marketplace.ui.component.State;
import io.marketplace.ui.format.Formats;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Budgets in words. */
final class BudgetWords {

  private BudgetWords() {}

  /** {@code use-case} as {@code use case}. */
  static String kind(BudgetKind kind) {
    return kind.code().replace('-', ' ');
  }

  /** A label's scope: its value, each value, or none. */
  static String label(BudgetScope scope) {
    if (scope.each()) {
      return "each " + (scope.kind() == BudgetKind.IDENTITY ? "person" : kind(scope.kind()));
    }
    return scope.id().isEmpty() ? "no " + kind(scope.kind()) + " said" : scope.id();
  }

  /** What the budget is called. */
  static String name(BudgetView view) {
    BudgetScope scope = view.budget().scope();
    return view.name()
        .orElseGet(() -> scope.each() || scope.kind().label() ? label(scope) : scope.id());
  }

  /** {@code a month}, with the zone where it is not UTC. */
  static String period(BudgetView view) {
    String zone = view.budget().terms().timeZone();
    String words = period(view.budget().terms().period());
    return zone.equals("UTC") ? words : words + ", " + zone;
  }

  /** {@code a month}; {@code in all} for a total. */
  static String period(BudgetPeriod period) {
    return period == BudgetPeriod.TOTAL ? "in all" : "a " + period.code();
  }

  /** The share of the cap in force that is spent; all of a cap of nothing. */
  static double share(BudgetView view) {
    return share(view.spent(), view.capInForce());
  }

  static double share(NanoUsd spent, NanoUsd cap) {
    return cap.value() == 0 ? 1 : (double) spent.value() / cap.value();
  }

  /**
   * The share of the cap expected at the period's end at the pace so far; less than what is spent
   * where the period has no end.
   */
  static double forecast(BudgetView view, Instant now) {
    if (view.windowEnd().isEmpty()) {
      return 0;
    }
    double gone = Duration.between(view.windowStart(), now).toSeconds();
    double whole = Duration.between(view.windowStart(), view.windowEnd().get()).toSeconds();
    return gone < Duration.ofMinutes(10).toSeconds() ? 0 : share(view) * whole / gone;
  }

  /** When the cap is hit at this pace. */
  static String hit(BudgetView view, ZoneId zone) {
    if (view.state() == BudgetState.EXHAUSTED) {
      return "now";
    }
    return view.exhaustedAt().map(at -> Formats.moment(at, zone)).orElse("not in this period");
  }

  /** How it stands. */
  static State state(BudgetView view) {
    return switch (view.state()) {
      case OK -> State.good("Within");
      case SOFT -> State.warning("Above " + view.budget().terms().softPercent() + "%");
      case EXHAUSTED -> State.trouble("Used up");
    };
  }
}

package io.marketplace.model.quota;

import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Counts again what the periods of budgets had spent before these were set. Upkeep, to be called
 * every few seconds; several servers may do so at once.
 */
@Singleton
public final class CountBudgets {

  /** In one round; what is left is due in the next. */
  private static final int MOST = 100;

  private final Work work;
  private final Budgets budgets;
  private final Clock clock;

  /** Counts in {@code budgets}. */
  @Inject
  public CountBudgets(Work work, Budgets budgets, Clock clock) {
    this.work = work;
    this.budgets = budgets;
    this.clock = clock;
  }

  /** Counts what is due, one budget a transaction; how many were counted. */
  public int count() {
    int counted = 0;
    while (counted < MOST && work.in(Scope.PLATFORM, () -> budgets.recount(clock.instant()))) {
      counted++;
    }
    return counted;
  }

  /** Forgets the labels' values of past months. */
  public void forget() {
    work.in(
        Scope.PLATFORM,
        () -> {
          budgets.forgetLabels(clock.instant());
          return true;
        });
  }
}

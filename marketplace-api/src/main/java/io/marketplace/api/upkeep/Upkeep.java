package io.marketplace.api.upkeep;

import io.marketplace.model.access.ExpireGrants;
import io.marketplace.model.metering.RemoveOldCalls;
import io.marketplace.model.metering.UsagePartitions;
import io.marketplace.model.quota.CountBudgets;
import io.marketplace.model.quota.DeliverSignals;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Marks overdue grants as expired each minute, counts new budgets again, tells webhooks of budgets'
 * signals, and each hour prepares the ledger's coming days and removes what nobody keeps, while the
 * application runs. A round that fails, as during an outage of the database, is logged and the next
 * one tries again.
 */
@Singleton
final class Upkeep {

  private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());

  private final ExpireGrants expireGrants;
  private final UsagePartitions partitions;
  private final DeliverSignals signals;
  private final CountBudgets budgets;
  private final RemoveOldCalls oldCalls;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("upkeep").factory());

  // Waits for receivers, for whom nothing else should wait.
  private final ScheduledExecutorService messenger =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhooks").factory());

  // Takes its time where there is much to remove.
  private final ScheduledExecutorService remover =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("retention").factory());

  @Inject
  Upkeep(
      ExpireGrants expireGrants,
      UsagePartitions partitions,
      DeliverSignals signals,
      CountBudgets budgets,
      RemoveOldCalls oldCalls) {
    this.oldCalls = oldCalls;
    this.expireGrants = expireGrants;
    this.partitions = partitions;
    this.signals = signals;
    this.budgets = budgets;
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    every(1, () -> expireGrants.expire());
    every(60, () -> partitions.prepare());
    every(60, () -> partitions.joinHours());
    every(60, budgets::forget);
    soon(timer, () -> budgets.count());
    soon(messenger, () -> signals.deliver());
    var unused =
        remover.scheduleWithFixedDelay(() -> attempt(oldCalls::remove), 5, 60, TimeUnit.MINUTES);
  }

  private static void soon(ScheduledExecutorService by, Runnable task) {
    var unused = by.scheduleWithFixedDelay(() -> attempt(task), 10, 10, TimeUnit.SECONDS);
  }

  private void every(long minutes, Runnable task) {
    var unused = timer.scheduleWithFixedDelay(() -> attempt(task), 1, minutes, TimeUnit.MINUTES);
  }

  // What got out would end the schedule for good, an Error no less.
  private static void attempt(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "upkeep failed and will be tried again", e);
    }
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
    messenger.shutdownNow();
    remover.shutdownNow();
  }
}

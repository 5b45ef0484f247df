package io.marketplace.model.metering;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Scope;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Removes calls that their tenants no longer keep, once a day. Upkeep, to be called every hour or
 * so: by all servers, of which one does it; a run that was cut off is gone on with by the next call
 * of whichever server. Small transactions, so that nobody waits for it.
 */
@Singleton
public final class RemoveOldCalls {

  /** Calls are removed by whole days, so that more often finds nothing. */
  private static final Duration EVERY = Duration.ofHours(20);

  /** Some tens of milliseconds of work. */
  private static final int BATCH = 2_000;

  private final Work work;
  private final OldCalls calls;
  private final AuditTrail audit;
  private final Clock clock;

  /** Finds them in {@code calls}. */
  @Inject
  public RemoveOldCalls(Work work, OldCalls calls, AuditTrail audit, Clock clock) {
    this.work = work;
    this.calls = calls;
    this.audit = audit;
    this.clock = clock;
  }

  /** Removes them. */
  public void remove() {
    alone(
        () -> {
          calls.begin(clock.instant(), EVERY);
          return true;
        });
    if (work.in(Scope.PLATFORM, calls::underWay).isEmpty()) {
      return;
    }
    for (OldCalls.Day day : work.in(Scope.PLATFORM, () -> calls.unneeded(clock.instant()))) {
      alone(
          () -> {
            calls.drop(day, clock.instant());
            return true;
          });
    }
    for (TenantId tenant : work.in(Scope.PLATFORM, calls::underWay)) {
      boolean more = true;
      while (more) {
        more = alone(() -> batch(tenant));
      }
    }
  }

  /** What {@code step} says; false if another server is at it, which then goes on. */
  private boolean alone(Supplier<Boolean> step) {
    return work.in(Scope.PLATFORM, () -> calls.alone() && step.get());
  }

  private boolean batch(TenantId tenant) {
    if (calls.remove(tenant, clock.instant(), BATCH)) {
      return true;
    }
    Optional<RetentionRun> run = calls.end(tenant, clock.instant());
    run.filter(done -> done.calls() + done.traces() > 0)
        .ifPresent(
            done ->
                audit.record(
                    new AuditEntry(
                        Optional.of(tenant),
                        Author.UPKEEP,
                        "retention.removed",
                        "tenant",
                        tenant.toString(),
                        Facts.NONE,
                        Facts.of("keptFrom", done.keptFrom())
                            .with("calls", done.calls())
                            .with("traces", done.traces()))));
    return false;
  }
}

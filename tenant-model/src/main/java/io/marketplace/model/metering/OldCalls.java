package io.marketplace.model.metering;

import io.marketplace.model.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Removes calls that their tenants no longer keep. Each call within a unit of work of the platform
 * of its own; hourly sums, budgets and invoices are not touched.
 */
public interface OldCalls {

  /**
   * Whether this unit of work is the only one that removes calls, on all servers, until it ends.
   */
  boolean alone();

  /**
   * Begins a run of every tenant that keeps calls for some days, where none is under way and the
   * last one ended more than {@code every} ago. From then on the gateway books no call older than
   * what is kept.
   */
  void begin(Instant now, Duration every);

  /**
   * A day of which no tenant keeps a call any more.
   *
   * @param table which calls or traces, as {@link #unneeded} named it
   * @param day the UTC day
   */
  record Day(String table, LocalDate day) {}

  /** Days that can go whole, oldest first. */
  List<Day> unneeded(Instant now);

  /**
   * Drops such a day, if it still is one and nobody is in the way; else it stays for another run.
   */
  void drop(Day day, Instant now);

  /** The tenants with a run under way. */
  List<TenantId> underWay();

  /**
   * Removes at most {@code batch} rows of each kind of the tenant.
   *
   * @return whether something was left to remove
   */
  boolean remove(TenantId tenant, Instant now, int batch);

  /** Ends the tenant's run; what it did. */
  Optional<RetentionRun> end(TenantId tenant, Instant now);
}

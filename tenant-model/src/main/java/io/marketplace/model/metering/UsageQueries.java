package io.marketplace.model.metering;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the ledger. A developer sees the calls of the own teams; approvers, finance readers and
 * auditors those of their scope; platform administrators all.
 */
public interface UsageQueries {

  /** Usage, grouped. */
  UsageReport report(Actor actor, UsageQuery query, PageRequest page);

  /**
   * Who uses something in {@code now}, grouped, dearest first; with what was spent in {@code
   * before}.
   */
  Burn burn(
      Actor actor,
      UsagePeriod now,
      UsagePeriod before,
      List<UsageDimension> groupBy,
      PageRequest page);

  /** Usage by day, split by {@code split}, days rising; days without usage are left out. */
  List<SeriesPoint> series(Actor actor, UsagePeriod period, UsageDimension split);

  /**
   * One row of the ledger, with its attempts and the budgets that bear it.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code not_found}, also for a call
   *     the actor may not see
   */
  UsageDetail request(Actor actor, CallId id);

  /** The newest rows of the ledger. */
  Page<UsageEntry> recent(Actor actor, UsageQuery query, PageRequest page);

  /** This month's spend of the active and suspended grants against their budgets, dearest first. */
  Page<GrantSpend> monthToDate(Actor actor, PageRequest page);

  /**
   * Hands every row of the ledger that {@code query} asks for to {@code row}, oldest first, without
   * holding them all in memory. It is read in portions of a unit of work each, and {@code row} is
   * called between them: however long all of it takes, nothing is cut off and nothing is held. A
   * row that is written meanwhile is among them if it began after those handed out by then.
   */
  void export(Actor actor, UsageQuery query, Consumer<UsageEntry> row);
}

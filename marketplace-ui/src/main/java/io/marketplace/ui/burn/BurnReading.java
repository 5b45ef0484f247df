package io.marketplace.ui.burn;

import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsageGroup;
import io.marketplace.model.metering.UsagePeriod;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.metering.UsageQuery;
import io.marketplace.model.metering.UsageReport;
import io.marketplace.model.metering.UsageTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who spends now, read from the ledger at one moment.
 *
 * @param at when it was read
 * @param all what everybody within sight spent in the span of now
 * @param rows who spent, dearest first
 * @param more whether others spent besides
 */
record BurnReading(Instant at, UsageTotals all, List<Row> rows, boolean more) {

  private static final Duration DAY = Duration.ofDays(1);

  BurnReading {
    rows = List.copyOf(rows);
  }

  /**
   * Somebody who spends.
   *
   * @param id the identifier or label; empty for calls that bear none
   * @param name what to show
   * @param mostly the tier that cost most of it
   * @param now what was used in the span of now
   * @param day what was spent in the day before
   */
  record Row(
      Optional<String> id,
      String name,
      Optional<Tier> mostly,
      UsageTotals now,
      NanoUsd day,
      BurnRate rate) {}

  /** Reads the page {@code request} of what {@code address} asks for. */
  static BurnReading of(
      UsageQueries usage, Actor actor, BurnAddress address, PageRequest request, Instant at) {
    UsagePeriod now = new UsagePeriod(at.minus(address.now()), at);
    UsagePeriod before = new UsagePeriod(now.from().minus(DAY), now.from());
    UsageReport report = usage.report(actor, UsageQuery.of(now, address.by()), request);
    List<UsageGroup> groups = report.page().items();
    if (groups.isEmpty()) {
      return new BurnReading(at, report.totals(), List.of(), false);
    }
    Map<Optional<String>, Tier> mostly = mostly(usage, actor, now, address.by());
    Map<Optional<String>, NanoUsd> days = new HashMap<>();
    for (UsageGroup group : all(usage, actor, UsageQuery.of(before, address.by()))) {
      days.put(group.value(address.by()).id(), group.totals().cost());
    }
    return new BurnReading(
        at,
        report.totals(),
        groups.stream()
            .map(
                group -> {
                  UsageGroup.Value value = group.value(address.by());
                  NanoUsd day = days.getOrDefault(value.id(), NanoUsd.ZERO);
                  return new Row(
                      value.id(),
                      value.id().isEmpty() ? "not said" : value.show(),
                      Optional.ofNullable(mostly.get(value.id())),
                      group.totals(),
                      day,
                      BurnRate.of(group.totals().cost(), address.now(), day));
                })
            .toList(),
        report.page().more());
  }

  /** The rows as a page, for the pager. */
  Page<Row> page() {
    return new Page<>(rows, more);
  }

  private static Map<Optional<String>, Tier> mostly(
      UsageQueries usage, Actor actor, UsagePeriod now, UsageDimension by) {
    Map<Optional<String>, Tier> mostly = new HashMap<>();
    for (UsageGroup group : all(usage, actor, UsageQuery.of(now, by, UsageDimension.TIER))) {
      group
          .value(UsageDimension.TIER)
          .id()
          .flatMap(Tier::of)
          // dearest first: the first tier of each is the one that cost most
          .ifPresent(tier -> mostly.putIfAbsent(group.value(by).id(), tier));
    }
    return mostly;
  }

  /** The dearest groups, which is all of them but on very wide splits. */
  private static List<UsageGroup> all(UsageQueries usage, Actor actor, UsageQuery query) {
    return usage.report(actor, query, PageRequest.first(PageRequest.MAX)).page().items();
  }
}

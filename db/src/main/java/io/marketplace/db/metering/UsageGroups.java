package io.marketplace.db.metering;

import io.marketplace.db.kernel.Row;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsageGroup;
import io.marketplace.model.metering.UsageTotals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads groups of usage from rows. */
final class UsageGroups {

  private UsageGroups() {}

  /**
   * The group whose totals begin at the first column, and whose dimensions begin at {@code column},
   * an identifier and a name each.
   */
  static UsageGroup group(Row row, List<UsageDimension> groupBy, int column) {
    Map<UsageDimension, UsageGroup.Value> group = new LinkedHashMap<>();
    for (int i = 0; i < groupBy.size(); i++) {
      group.put(groupBy.get(i), value(row, column + 2 * i));
    }
    return new UsageGroup(group, totals(row, 1));
  }

  /** An identifier at {@code column}, and its name behind it. */
  static UsageGroup.Value value(Row row, int column) {
    return new UsageGroup.Value(row.optionalText(column), row.optionalText(column + 1));
  }

  /** Requests, tokens of prompts, cached ones, tokens of answers and cost, from {@code column}. */
  static UsageTotals totals(Row row, int column) {
    return new UsageTotals(
        row.number(column),
        row.number(column + 1),
        row.number(column + 2),
        row.number(column + 3),
        new NanoUsd(row.number(column + 4)));
  }
}

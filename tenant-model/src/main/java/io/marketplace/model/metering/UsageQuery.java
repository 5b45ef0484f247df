package io.marketplace.model.metering;

import java.util.List;
import java.util.Map;

/**
 * A question about usage.
 *
 * @param period when the calls began
 * @param groupBy what to group by; empty: one row
 * @param only values (identifiers, or labels where a dimension has none) that the calls must have
 */
public record UsageQuery(
    UsagePeriod period, List<UsageDimension> groupBy, Map<UsageDimension, String> only) {

  /** Copies the collections. */
  public UsageQuery {
    groupBy = List.copyOf(groupBy);
    only = Map.copyOf(only);
  }

  /** Everything of {@code period}, grouped. */
  public static UsageQuery of(UsagePeriod period, UsageDimension... groupBy) {
    return new UsageQuery(period, List.of(groupBy), Map.of());
  }
}

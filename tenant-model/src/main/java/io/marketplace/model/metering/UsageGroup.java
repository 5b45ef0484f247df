package io.marketplace.model.metering;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Usage of one group.
 *
 * @param group the value of each dimension, in the order asked for
 * @param totals what it used
 */
public record UsageGroup(Map<UsageDimension, Value> group, UsageTotals totals) {

  /** Copies the map, keeping its order. */
  public UsageGroup {
    group = Collections.unmodifiableMap(new LinkedHashMap<>(group));
  }

  /** The value of {@code dimension}; an empty one if the groups are not by it. */
  public Value value(UsageDimension dimension) {
    return group.getOrDefault(dimension, Value.NONE);
  }

  /**
   * A dimension's value.
   *
   * @param id identifier, label, tier's code or day; empty for calls that bear none
   * @param name what to show, where an identifier has a name
   */
  public record Value(Optional<String> id, Optional<String> name) {

    /** The value of calls that bear none. */
    public static final Value NONE = new Value(Optional.empty(), Optional.empty());

    /** The name, else the identifier, else a dash. */
    public String show() {
      return name.or(() -> id).orElse("–");
    }
  }
}

package io.marketplace.bench.drive;

import java.util.Map;
import java.util.TreeMap;

/**
 * The answers that were not what they should be.
 *
 * @param byReason how many of each kind
 * @param first the first one, described; empty if there is none
 */
public record Wrong(Map<String, Long> byReason, String first) {

  /** Copies the map, in order. */
  public Wrong {
    byReason = Map.copyOf(byReason);
  }

  /** How many there are. */
  public long count() {
    return byReason.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The reasons in alphabetical order, for people. */
  public String describe() {
    return new TreeMap<>(byReason) + (first.isEmpty() ? "" : "; first: " + first);
  }
}

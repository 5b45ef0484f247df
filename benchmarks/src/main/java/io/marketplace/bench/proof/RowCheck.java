package io.marketplace.bench.proof;

import io.marketplace.bench.pause.Pause;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Calls set against the ledger.
 *
 * @param answered whole answers
 * @param missing of these, how many have no row
 * @param doubled calls with more than one row, answered or not
 * @param besides rows of calls that nobody holds a whole answer of
 */
record RowCheck(long answered, long missing, long doubled, long besides) {

  static RowCheck of(Set<String> answered, Map<String, Integer> rows) {
    long missing = answered.stream().filter(id -> !rows.containsKey(id)).count();
    long doubled = rows.values().stream().filter(count -> count > 1).count();
    long besides = rows.keySet().stream().filter(id -> !answered.contains(id)).count();
    return new RowCheck(answered.size(), missing, doubled, besides);
  }

  /** Compares until no row is missing any more, or the patience ends. */
  static RowCheck await(
      Duration patience, Set<String> answered, Supplier<Map<String, Integer>> rows) {
    Pause.until(patience, () -> of(answered, rows.get()).missing == 0);
    return of(answered, rows.get());
  }

  /** Writes down what was found. */
  void tell(Finding finding) {
    finding.row("whole answers", answered);
    finding.row("of these without a row", missing);
    finding.row("calls with two rows", doubled);
    finding.row("rows of calls whose answer did not arrive whole", besides);
    finding.claim(answered > 0, "Nothing was answered.");
    finding.claim(missing == 0, missing + " answered calls have no row.");
    finding.claim(doubled == 0, doubled + " calls have more than one row.");
  }
}

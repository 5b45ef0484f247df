package io.marketplace.bench.burn;

import io.marketplace.bench.problem.BenchFailure;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * What {@code bench burn} is asked for.
 *
 * @param rows how many rows the ledger holds
 * @param hours over how many hours, up to now, they are spread
 * @param repeats how often each question is asked, after once to warm up
 * @param results where the table is appended
 * @param write whether anything is written down
 */
public record BurnOptions(long rows, int hours, int repeats, Path results, boolean write) {

  /**
   * Reads the command line.
   *
   * @throws BenchFailure for an unknown option or value
   */
  public static BurnOptions parse(List<String> words) {
    long rows = 10_000_000;
    int hours = 24;
    int repeats = 5;
    Path results = Path.of("benchmarks/RESULTS.md");
    boolean write = true;
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      switch (option) {
        case "--rows" -> rows = number(option, rest);
        case "--hours" -> hours = number(option, rest);
        case "--repeats" -> repeats = number(option, rest);
        case "--results" -> results = Path.of(value(option, rest));
        case "--no-write" -> write = false;
        default -> throw new BenchFailure("There is no option " + option + ".");
      }
    }
    return new BurnOptions(rows, hours, repeats, results, write);
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new BenchFailure(option + " lacks its value.");
    }
    return rest.next();
  }

  private static int number(String option, Iterator<String> rest) {
    String value = value(option, rest);
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw new BenchFailure(option + " takes a whole number above zero, not " + value + ".");
    }
    return Integer.parseInt(value);
  }
}

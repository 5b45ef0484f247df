package io.marketplace.bench.options;

import io.marketplace.bench.problem.BenchFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of a scenario: whole numbers above zero, words, and where the result is kept. */
public final class Options {

  private static final String RESULTS = "--results";
  private static final String NO_WRITE = "--no-write";

  private final Map<String, String> values;
  private final boolean write;

  private Options(Map<String, String> values, boolean write) {
    this.values = Map.copyOf(values);
    this.write = write;
  }

  /**
   * Reads a command line. Every scenario knows {@code --results FILE} and {@code --no-write}.
   *
   * @param defaults every other option of the scenario with the value it has when nothing is said
   * @throws BenchFailure for an option that the scenario does not have, or one without its value
   */
  public static Options parse(List<String> words, Map<String, String> defaults) {
    Map<String, String> values = new HashMap<>(defaults);
    values.put(RESULTS, "benchmarks/RESULTS.md");
    boolean write = true;
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      if (NO_WRITE.equals(option)) {
        write = false;
      } else if (!values.containsKey(option)) {
        throw new BenchFailure("There is no option " + option + ".");
      } else if (!rest.hasNext()) {
        throw new BenchFailure(option + " lacks its value.");
      } else {
        values.put(option, rest.next());
      }
    }
    return new Options(values, write);
  }

  /**
   * A whole number.
   *
   * @throws BenchFailure for anything but 1 to 999,999,999
   */
  public int number(String option) {
    String value = word(option);
    if (!value.matches("[1-9][0-9]{0,8}")) {
      throw new BenchFailure(option + " takes a whole number above zero, not " + value + ".");
    }
    return Integer.parseInt(value);
  }

  /** A number of seconds. */
  public Duration seconds(String option) {
    return Duration.ofSeconds(number(option));
  }

  /** The value as it was given. */
  public String word(String option) {
    return values.getOrDefault(option, "");
  }

  /** Where the result is appended; empty: nowhere. */
  public Optional<Path> results() {
    return write ? Optional.of(Path.of(word(RESULTS))) : Optional.empty();
  }
}

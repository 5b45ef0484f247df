package io.marketplace.bench.gateway;

import io.marketplace.bench.contender.Contender;
import io.marketplace.bench.drive.Lane;
import io.marketplace.bench.problem.BenchFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How the scenario runs.
 *
 * @param rounds how often every lane meets every contender
 * @param length how long a lane is measured; streams take what they take
 * @param lanes in their order
 * @param contenders in their order
 * @param warmUp requests that each contender answers before it is measured
 * @param alias the route that is lent to the mock upstream
 * @param results where the table is appended; the lead of the repository keeps it
 * @param write whether anything is written down
 */
public record GatewayOptions(
    int rounds,
    Duration length,
    List<Lane> lanes,
    List<String> contenders,
    int warmUp,
    String alias,
    Path results,
    boolean write) {

  private static final List<String> CONTENDERS =
      List.of(
          Contender.NGINX,
          Contender.MOCK,
          Contender.ENVOY,
          Contender.PORTKEY,
          Contender.LITELLM,
          Contender.MARKETPLACE);
  private static final String NO_WRITE = "--no-write";

  /** What is measured when nothing is said, by option. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "--rounds", "3",
          "--seconds", "8",
          "--lanes",
              "closed-1,closed-32,closed-32-64keys,closed-128,open-200-60ms,open-1000-60ms,"
                  + "streams-100x100,closed-8-prompt220k,closed-4-image5120k",
          "--contenders", String.join(",", CONTENDERS),
          "--warm-up", "60000",
          "--alias", "utility",
          "--results", "benchmarks/RESULTS.md");

  /** Copies the lists. */
  public GatewayOptions {
    lanes = List.copyOf(lanes);
    contenders = List.copyOf(contenders);
  }

  /**
   * Reads the command line.
   *
   * @throws BenchFailure for an unknown option or value
   */
  public static GatewayOptions parse(List<String> words) {
    Map<String, String> values = new HashMap<>(DEFAULTS);
    boolean write = true;
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String option = rest.next();
      if (NO_WRITE.equals(option)) {
        write = false;
      } else if (!DEFAULTS.containsKey(option)) {
        throw new BenchFailure("There is no option " + option + ".");
      } else if (!rest.hasNext()) {
        throw new BenchFailure(option + " lacks its value.");
      } else {
        values.put(option, rest.next());
      }
    }
    Function<String, String> value = option -> values.getOrDefault(option, "");
    return new GatewayOptions(
        number("--rounds", value),
        Duration.ofSeconds(number("--seconds", value)),
        lanes(value.apply("--lanes")),
        contenders(value.apply("--contenders")),
        number("--warm-up", value),
        value.apply("--alias"),
        Path.of(value.apply("--results")),
        write);
  }

  private static int number(String option, Function<String, String> values) {
    String value = values.apply(option);
    if (!value.matches("[1-9][0-9]{0,6}")) {
      throw new BenchFailure(option + " takes a whole number above zero, not " + value + ".");
    }
    return Integer.parseInt(value);
  }

  private static List<Lane> lanes(String names) {
    try {
      return Stream.of(names.split(",", -1)).map(Lane::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new BenchFailure(e.getMessage() + ".", e);
    }
  }

  private static List<String> contenders(String names) {
    List<String> wanted = List.of(names.split(",", -1));
    if (!CONTENDERS.containsAll(wanted)) {
      throw new BenchFailure("--contenders takes some of " + CONTENDERS + ".");
    }
    return wanted;
  }
}

package io.marketplace.bench.gateway;

import io.marketplace.bench.contender.Contender;
import io.marketplace.bench.drive.Lane;
import io.marketplace.bench.options.Options;
import io.marketplace.bench.problem.BenchFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param results where the table is appended; empty: only printed
 */
public record GatewayOptions(
    int rounds,
    Duration length,
    List<Lane> lanes,
    List<String> contenders,
    int warmUp,
    String alias,
    Optional<Path> results) {

  private static final List<String> CONTENDERS =
      List.of(
          Contender.NGINX,
          Contender.MOCK,
          Contender.ENVOY,
          Contender.PORTKEY,
          Contender.LITELLM,
          Contender.MARKETPLACE);

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
          "--alias", "utility");

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
    Options options = Options.parse(words, DEFAULTS);
    return new GatewayOptions(
        options.number("--rounds"),
        options.seconds("--seconds"),
        lanes(options.word("--lanes")),
        contenders(options.word("--contenders")),
        options.number("--warm-up"),
        options.word("--alias"),
        options.results());
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

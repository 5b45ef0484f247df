package io.marketplace.bench.gateway;

import io.marketplace.bench.contender.Contender;
import io.marketplace.bench.contender.MockProcess;
import io.marketplace.bench.control.BenchEnv;
import io.marketplace.bench.control.UsageCount;
import io.marketplace.bench.drive.Driver;
import io.marketplace.bench.drive.Lane;
import io.marketplace.bench.machine.MachineClock;
import io.marketplace.bench.machine.MachineFacts;
import io.marketplace.bench.problem.BenchFailure;
import io.marketplace.bench.report.ContenderFacts;
import io.marketplace.bench.report.Markdown;
import io.marketplace.bench.report.Results;
import io.marketplace.bench.report.Run;
import io.marketplace.bench.report.RunName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code bench gateway}: the gateway as it is shipped, plain reverse proxies, other gateways and
 * the mock upstream itself, measured in turn in one run.
 */
public final class GatewayScenario {

  private final BenchEnv env;
  private final GatewayOptions options;
  private final String mainClass;

  /**
   * @param mainClass whose argument {@code mock} serves the mock upstream
   */
  public GatewayScenario(BenchEnv env, GatewayOptions options, String mainClass) {
    this.env = env;
    this.options = options;
    this.mainClass = mainClass;
  }

  /**
   * Runs it.
   *
   * @return whether every answer was right and every one of the marketplace's was booked, once
   * @throws BenchFailure if it cannot run
   */
  public boolean run() {
    if (!Files.isReadable(Path.of("/proc/stat"))) {
      throw new BenchFailure("CPU time is read from /proc: run the bench on Linux.");
    }
    Instant started = Instant.now();
    Path folder = folder();
    Map<String, String> headers =
        Labels.headers(RunName.of("bench", started), env.find("OPENAI_API_KEY").orElse("none"));
    try (Driver driver = new Driver();
        MockProcess mock = MockProcess.start(0, mainClass, folder.resolve("mock.log"));
        Lineup lineup = new Lineup(env, options, driver, folder, headers)) {
      lineup.start(mock);
      Run run = measure(driver, lineup, started);
      return conclude(run, folder);
    }
  }

  private Path folder() {
    Path folder = env.home().resolve("bench");
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BenchFailure("The state folder " + folder + " cannot be written.", e);
    }
  }

  private Run measure(Driver driver, Lineup lineup, Instant started) {
    Rounds rounds = new Rounds(driver, lineup.contenders(), System.out);
    rounds.warmUp(options.warmUp(), options.lanes());
    MachineClock before = MachineClock.read();
    long beforeNanos = System.nanoTime();
    for (int round = 1; round <= options.rounds(); round++) {
      rounds.run(round, options.lanes(), options.length());
    }
    MachineFacts machine = MachineFacts.read();
    double capacityMicros = (System.nanoTime() - beforeNanos) / 1e3 * machine.cores();
    double stolen = (MachineClock.read().stolenMicros() - before.stolenMicros()) / capacityMicros;
    List<ContenderFacts> facts = lineup.facts();
    Optional<UsageCount> usage =
        lineup.marketplace().map(it -> it.usage(rounds.right(Contender.MARKETPLACE)));
    String reference = lineup.contenders().getFirst().name();
    return new Run(
        RunName.of("gateway", started),
        started,
        machine,
        settings(),
        reference,
        rounds.cells(),
        facts,
        usage,
        stolen);
  }

  private String settings() {
    String lanes = options.lanes().stream().map(Lane::name).collect(Collectors.joining(", "));
    return "%d rounds of %d s a lane (%s), interleaved, at most %d requests of warm-up each"
        .formatted(options.rounds(), options.length().toSeconds(), lanes, options.warmUp());
  }

  private boolean conclude(Run run, Path folder) {
    System.out.println();
    System.out.print(Markdown.section(run));
    if (options.results().isPresent()) {
      System.out.println("every cell: " + Results.json(run, folder));
      Results.append(Markdown.section(run), options.results().get());
    }
    return run.clean();
  }
}

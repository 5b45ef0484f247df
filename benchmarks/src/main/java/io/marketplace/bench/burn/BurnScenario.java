package io.marketplace.bench.burn;

import io.marketplace.bench.machine.MachineFacts;
import io.marketplace.bench.options.Options;
import io.marketplace.bench.problem.BenchFailure;
import io.marketplace.bench.report.Results;
import io.marketplace.bench.report.RunName;
import io.marketplace.db.Standalone;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Fills a scratch ledger and asks it what the portal's pages ask, one question at a time. */
public final class BurnScenario {

  private static final Map<String, String> OPTIONS =
      Map.of("--rows", "10000000", "--hours", "24", "--repeats", "5");

  private final int rows;
  private final int hours;
  private final int repeats;
  private final Optional<Path> results;
  private final Map<String, String> environment;

  /**
   * Measures on the server that {@code environment} names.
   *
   * @throws BenchFailure for an unknown option or value
   */
  public BurnScenario(List<String> words, Map<String, String> environment) {
    Options options = Options.parse(words, OPTIONS);
    rows = options.number("--rows");
    hours = options.number("--hours");
    repeats = options.number("--repeats");
    results = options.results();
    this.environment = Map.copyOf(environment);
  }

  /** Measures, and appends the table to the results. */
  public void run() {
    Instant start = Instant.now();
    try (ScratchLedger ledger = ScratchLedger.create(environment)) {
      ledger.fill(rows, hours, start, System.out::println);
      StringBuilder table = new StringBuilder();
      table.append(head(start, ledger));
      try (Standalone marketplace = ledger.standalone()) {
        for (Question question : new Questions(marketplace).all()) {
          String line = measured(question);
          System.out.print(line);
          table.append(line);
        }
      }
      results.ifPresent(file -> Results.append(table.toString(), file));
    }
  }

  private String head(Instant start, ScratchLedger ledger) {
    return String.format(
        Locale.ROOT,
        """
        %s

        %s. %,d rows of the ledger over %d hours in %,d hourly sums and %,d sums of speed; each question
        asked once to warm up, then %d times; through the use cases, as the portal's role.

        | question | who | median ms | longest ms |
        |---|---|--:|--:|
        """,
        RunName.heading("burn", start),
        MachineFacts.read().inWords(),
        rows,
        hours,
        ledger.count("usage_hour"),
        ledger.count("speed_sum"),
        repeats);
  }

  private String measured(Question question) {
    question.ask().run();
    double[] millis = new double[repeats];
    for (int i = 0; i < millis.length; i++) {
      long begun = System.nanoTime();
      question.ask().run();
      millis[i] = (System.nanoTime() - begun) / 1e6;
    }
    Arrays.sort(millis);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f |%n",
        question.what(),
        question.who(),
        millis[millis.length / 2],
        millis[millis.length - 1]);
  }
}

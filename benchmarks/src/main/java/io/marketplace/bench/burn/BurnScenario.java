package io.marketplace.bench.burn;

import io.marketplace.bench.machine.MachineFacts;
import io.marketplace.bench.problem.BenchFailure;
import io.marketplace.db.Standalone;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills a scratch ledger and asks it what the portal's pages ask, one question at a time. */
public final class BurnScenario {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final BurnOptions options;
  private final Map<String, String> environment;

  /** Measures on the server that {@code environment} names. */
  public BurnScenario(BurnOptions options, Map<String, String> environment) {
    this.options = options;
    this.environment = Map.copyOf(environment);
  }

  /** Measures, and appends the table to the results. */
  public void run() {
    Instant start = Instant.now();
    try (ScratchLedger ledger = ScratchLedger.create(environment)) {
      ledger.fill(options.rows(), options.hours(), start, System.out::println);
      StringBuilder table = new StringBuilder();
      table.append(head(start, ledger));
      try (Standalone marketplace = ledger.standalone()) {
        for (Question question : new Questions(marketplace).all()) {
          String line = measured(question);
          System.out.print(line);
          table.append(line);
        }
      }
      if (options.write()) {
        append(table.toString());
      }
    }
  }

  private String head(Instant start, ScratchLedger ledger) {
    MachineFacts machine = MachineFacts.read();
    return String.format(
        Locale.ROOT,
        """
        ## burn-%s

        %d cores (%s), %d MiB, %s. %,d rows of the ledger over %d hours in %,d hourly sums and %,d sums of speed; each question
        asked once to warm up, then %d times; through the use cases, as the portal's role.

        | question | who | median ms | longest ms |
        |---|---|--:|--:|
        """,
        STAMP.format(start),
        machine.cores(),
        machine.processor(),
        machine.memoryMiB(),
        machine.system(),
        options.rows(),
        options.hours(),
        ledger.count("usage_hour"),
        ledger.count("speed_sum"),
        options.repeats());
  }

  private String measured(Question question) {
    question.ask().run();
    double[] millis = new double[options.repeats()];
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

  private void append(String section) {
    try {
      List<String> before =
          Files.exists(options.results()) ? Files.readAllLines(options.results()) : List.of();
      Files.writeString(
          options.results(),
          String.join("\n", before).stripTrailing() + "\n\n" + section.stripTrailing() + "\n");
    } catch (IOException e) {
      throw new BenchFailure("The results cannot be written to " + options.results() + ".", e);
    }
  }
}

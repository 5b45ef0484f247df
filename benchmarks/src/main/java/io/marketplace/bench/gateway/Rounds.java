package io.marketplace.bench.gateway;

import io.marketplace.bench.contender.Contender;
import io.marketplace.bench.drive.Driver;
import io.marketplace.bench.drive.Lane;
import io.marketplace.bench.drive.Meter;
import io.marketplace.bench.drive.Outcome;
import io.marketplace.bench.drive.Percentiles;
import io.marketplace.bench.drive.Wrong;
import io.marketplace.bench.problem.BenchFailure;
import io.marketplace.bench.report.Cell;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Warms the contenders up and measures them in turn: within a round, every contender runs a lane
 * before the next lane begins, and the one that begins changes from round to round.
 */
final class Rounds {

  private static final int WARM_UP_CONNECTIONS = 32;

  /** A slow contender has no more to learn after this, and the others have long had their share. */
  private static final Duration WARM_UP_LONGEST = Duration.ofSeconds(60);

  /** An open lane says something only of those that keep up with it with room to spare. */
  private static final double HEADROOM = 1.2;

  private final Driver driver;
  private final List<Contender> contenders;
  private final PrintStream progress;
  private final List<Cell> cells = new ArrayList<>();
  private final Map<String, Long> right = new HashMap<>();

  Rounds(Driver driver, List<Contender> contenders, PrintStream progress) {
    this.driver = driver;
    this.contenders = List.copyOf(contenders);
    this.progress = progress;
  }

  /**
   * Has each contender answer so many requests, or as many as it can in a minute, and each lane of
   * streams once.
   *
   * @throws BenchFailure when the mock, nginx or the marketplace answers wrongly
   */
  void warmUp(int requests, List<Lane> lanes) {
    for (Contender contender : contenders) {
      long start = System.nanoTime();
      check(
          contender,
          driver.warmUp(contender.target(), WARM_UP_CONNECTIONS, requests, WARM_UP_LONGEST));
      for (Lane lane : lanes) {
        if (lane instanceof Lane.Streams) {
          check(contender, driver.run(contender.target(), lane, Duration.ZERO, Meter.NONE));
        }
      }
      progress.printf(
          Locale.ROOT,
          "warmed up %s in %.1f s%n",
          contender.name(),
          (System.nanoTime() - start) / 1e9);
    }
  }

  private void check(Contender contender, Outcome outcome) {
    count(contender, outcome);
    Wrong wrong = outcome.wrong();
    if (wrong.count() > 0 && !Contender.ours(contender.name())) {
      progress.printf("%s answers wrongly: %s%n", contender.name(), wrong.describe());
    } else if (wrong.count() > 0) {
      throw new BenchFailure(
          contender.name() + " answers wrongly before it is measured: " + wrong.describe());
    }
  }

  /** Measures one round. */
  void run(int round, List<Lane> lanes, Duration length) {
    for (Lane lane : lanes) {
      for (int i = 0; i < contenders.size(); i++) {
        Contender contender = contenders.get((i + round - 1) % contenders.size());
        if (lane instanceof Lane.Open open && !keepsUp(contender, open.perSecond())) {
          progress.printf(
              "round %d  %-24s %-12s left out: it cannot keep up%n",
              round, lane.name(), contender.name());
          continue;
        }
        Window window = new Window(contender.processes());
        Outcome outcome = driver.run(contender.target(), lane, length, window);
        count(contender, outcome);
        Cell cell =
            new Cell(
                round,
                lane.name(),
                contender.name(),
                outcome,
                window.cpuMicros(),
                window.machineMicros(),
                window.residentKiB());
        cells.add(cell);
        show(cell);
      }
    }
  }

  /** As far as the closed lanes so far say anything. */
  private boolean keepsUp(Contender contender, int perSecond) {
    return cells.stream()
        .filter(cell -> cell.contender().equals(contender.name()))
        .filter(cell -> cell.lane().startsWith("closed-"))
        .mapToDouble(cell -> cell.outcome().perSecond())
        .max()
        .stream()
        .allMatch(most -> most >= perSecond * HEADROOM);
  }

  private void count(Contender contender, Outcome outcome) {
    right.merge(contender.name(), outcome.right(), Long::sum);
  }

  private void show(Cell cell) {
    Outcome outcome = cell.outcome();
    Percentiles chunks = outcome.chunks().transit();
    Percentiles times = chunks.count() > 0 ? chunks : outcome.latency();
    progress.printf(
        Locale.ROOT,
        "round %d  %-24s %-12s %8.0f/s  %s p50 %7.2f ms  p99 %7.2f ms  CPU %5.0f µs%s%n",
        cell.round(),
        cell.lane(),
        cell.contender(),
        outcome.perSecond(),
        chunks.count() > 0 ? "transit" : "answer ",
        times.p50() / 1e3,
        times.p99() / 1e3,
        cell.cpuMicrosEach(),
        outcome.wrong().count() == 0 ? "" : "  WRONG " + outcome.wrong().describe());
  }

  /** Every measurement so far. */
  List<Cell> cells() {
    return List.copyOf(cells);
  }

  /** How many right answers a contender gave, warm-up and all. */
  long right(String contender) {
    return right.getOrDefault(contender, 0L);
  }
}

package io.marketplace.bench.report;

import io.marketplace.bench.contender.Contender;
import io.marketplace.bench.control.UsageCount;
import io.marketplace.bench.machine.MachineFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A finished run, as it is written down.
 *
 * @param name such as {@code gateway-20261121-2250}
 * @param started when
 * @param machine on what
 * @param settings how, for people
 * @param reference the contender that the others are divided by
 * @param cells every measurement
 * @param facts what is told of the contenders besides
 * @param usage what the marketplace booked; empty if it took no part
 * @param stolen the share of the run's CPU time that a hypervisor took, 0 to 1
 */
public record Run(
    String name,
    Instant started,
    MachineFacts machine,
    String settings,
    String reference,
    List<Cell> cells,
    List<ContenderFacts> facts,
    Optional<UsageCount> usage,
    double stolen) {

  /** Copies the list. */
  public Run {
    cells = List.copyOf(cells);
    facts = List.copyOf(facts);
  }

  /**
   * Whether every answer of the marketplace, the mock and nginx was right (what is wrong with
   * others stands in the tables) and every one of the marketplace's was booked, once.
   */
  public boolean clean() {
    return cells.stream()
            .filter(cell -> Contender.ours(cell.contender()))
            .allMatch(cell -> cell.outcome().wrong().count() == 0)
        && usage.map(UsageCount::agrees).orElse(true);
  }

  /** The medians. */
  public Summary summary() {
    return Summary.of(cells, reference);
  }
}

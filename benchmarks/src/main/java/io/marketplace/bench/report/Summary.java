package io.marketplace.bench.report;

import io.marketplace.bench.drive.StreamFigures;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The cells of a run as medians. A ratio is taken within a round, where both sides saw the machine
 * in the same mood; the median of these is what is shown.
 *
 * @param rows by lane, then by contender, in the order in which they first ran
 */
public record Summary(List<Row> rows) {

  /** Copies the list. */
  public Summary {
    rows = List.copyOf(rows);
  }

  /** Sums up {@code cells}, divided by those of {@code reference}. */
  public static Summary of(List<Cell> cells, String reference) {
    return new Summary(
        cells.stream()
            .map(Cell::lane)
            .distinct()
            .flatMap(
                lane ->
                    cells.stream()
                        .map(Cell::contender)
                        .distinct()
                        .map(contender -> row(cells, lane, contender, reference)))
            .flatMap(Optional::stream)
            .toList());
  }

  private static Optional<Row> row(
      List<Cell> cells, String lane, String contender, String reference) {
    List<Cell> own = select(cells, lane, contender);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    List<Cell> others = select(cells, lane, reference);
    ToDoubleFunction<Cell> perSecond = cell -> cell.outcome().perSecond();
    ToDoubleFunction<Cell> p50 = cell -> cell.outcome().latency().p50();
    ToDoubleFunction<Cell> p99 = cell -> cell.outcome().latency().p99();
    return Optional.of(
        new Row(
            lane,
            contender,
            median(own, perSecond),
            ratio(own, others, perSecond),
            median(own, p50),
            ratio(own, others, p50),
            median(own, p99),
            ratio(own, others, p99),
            median(own, Cell::cpuMicrosEach),
            median(own, Cell::machineMicrosEach),
            median(own, cell -> cell.residentKiB() / 1024.0),
            own.stream().mapToLong(cell -> cell.outcome().wrong().count()).sum(),
            streams(own)));
  }

  private static List<Cell> select(List<Cell> cells, String lane, String contender) {
    return cells.stream()
        .filter(cell -> cell.lane().equals(lane) && cell.contender().equals(contender))
        .toList();
  }

  private static Median median(List<Cell> cells, ToDoubleFunction<Cell> value) {
    return Median.of(cells.stream().mapToDouble(value).toArray());
  }

  private static Median ratio(List<Cell> own, List<Cell> others, ToDoubleFunction<Cell> value) {
    return Median.of(
        own.stream()
            .flatMapToDouble(
                cell ->
                    others.stream()
                        .filter(other -> other.round() == cell.round())
                        .mapToDouble(
                            other -> value.applyAsDouble(cell) / value.applyAsDouble(other)))
            .toArray());
  }

  private static StreamRow streams(List<Cell> cells) {
    return new StreamRow(
        cells.stream().mapToLong(cell -> cell.outcome().chunks().transit().count()).sum(),
        chunks(cells, figures -> figures.ttftAdded().p50()),
        chunks(cells, figures -> figures.ttftAdded().p99()),
        chunks(cells, figures -> figures.gap().p50()),
        chunks(cells, figures -> figures.gap().p99()),
        chunks(cells, figures -> figures.transit().p50()),
        chunks(cells, figures -> figures.transit().p99()));
  }

  private static Median chunks(List<Cell> cells, ToDoubleFunction<StreamFigures> value) {
    return median(cells, cell -> value.applyAsDouble(cell.outcome().chunks()));
  }
}

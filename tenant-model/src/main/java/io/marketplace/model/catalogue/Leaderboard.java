package io.marketplace.model.catalogue;

import io.marketplace.model.kernel.Page;
import java.util.List;
import java.util.Optional;

/**
 * Cards by what others measured of them. The figures are those of the cards, each with its source;
 * what nobody has published is not there.
 *
 * @param benchmarks the benchmarks with a figure of a card that matches, the most published first
 * @param by the benchmark the cards are ordered by; empty where no card has a figure
 * @param page the cards with a figure of any benchmark: the highest of {@code by} first, then those
 *     without one, by name
 * @param total how many these are
 * @param unmeasured how many match that have no figure at all
 * @param facets the counts beside each option of the filter
 */
public record Leaderboard(
    List<String> benchmarks,
    Optional<String> by,
    Page<CardView> page,
    long total,
    long unmeasured,
    Facets facets) {

  /** Copies the list. */
  public Leaderboard {
    benchmarks = List.copyOf(benchmarks);
  }
}

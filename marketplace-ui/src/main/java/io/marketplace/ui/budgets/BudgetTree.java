package io.marketplace.ui.budgets;

import io.marketplace.model.quota.BudgetView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Budgets as the lines of a tree; what bears no budget itself stands there as the way down. */
final class BudgetTree {

  private BudgetTree() {}

  /**
   * A line.
   *
   * @param place where it stands
   * @param first whether it is the first line of its place, which then bears the name
   * @param budget the budget; empty for a mere way down
   */
  record Line(BudgetPlace place, boolean first, Optional<BudgetView> budget) {}

  /** The lines in their order; {@code place} says where a budget stands. */
  static List<Line> of(List<BudgetView> budgets, Function<BudgetView, BudgetPlace> place) {
    Map<BudgetPlace, List<BudgetView>> places = new TreeMap<>();
    for (BudgetView budget : budgets) {
      BudgetPlace at = place.apply(budget);
      for (int depth = 0; depth < at.depth(); depth++) {
        places.computeIfAbsent(at.above(depth), way -> new ArrayList<>());
      }
      places.computeIfAbsent(at, own -> new ArrayList<>()).add(budget);
    }
    List<Line> lines = new ArrayList<>();
    places.forEach(
        (at, own) -> {
          own.sort(Comparator.comparing(budget -> budget.budget().terms().period()));
          if (own.isEmpty()) {
            lines.add(new Line(at, true, Optional.empty()));
          }
          for (int i = 0; i < own.size(); i++) {
            lines.add(new Line(at, i == 0, Optional.of(own.get(i))));
          }
        });
    return lines;
  }
}

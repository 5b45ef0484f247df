package io.marketplace.ui.budgets;

import java.util.List;

/**
 * Where something stands in the enterprise: the names from the tenant down.
 *
 * @param steps tenant, team, application and key, as far down as it stands; of a label the tenant
 *     and the label
 */
record BudgetPlace(List<Step> steps) implements Comparable<BudgetPlace> {

  /**
   * One level.
   *
   * @param order where its kind stands among its siblings: teams before labels
   * @param kind what it is, in a word
   * @param name what it is called
   * @param id tells things of one name apart
   */
  record Step(int order, String kind, String name, String id) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int byOrder = Integer.compare(order, other.order);
      int byName = byOrder != 0 ? byOrder : name.compareToIgnoreCase(other.name);
      return byName != 0 ? byName : id.compareTo(other.id);
    }
  }

  BudgetPlace {
    steps = List.copyOf(steps);
  }

  int depth() {
    return steps.size() - 1;
  }

  Step last() {
    return steps.getLast();
  }

  /** The place {@code depth} levels down on the way here. */
  BudgetPlace above(int depth) {
    return new BudgetPlace(steps.subList(0, depth + 1));
  }

  /** Above before below, siblings by kind and name. */
  @Override
  public int compareTo(BudgetPlace other) {
    for (int i = 0; i < Math.min(steps.size(), other.steps.size()); i++) {
      int by = steps.get(i).compareTo(other.steps.get(i));
      if (by != 0) {
        return by;
      }
    }
    return Integer.compare(steps.size(), other.steps.size());
  }
}

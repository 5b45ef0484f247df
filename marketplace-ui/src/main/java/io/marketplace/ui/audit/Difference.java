package io.marketplace.ui.audit;

import io.marketplace.model.audit.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One fact that an entry changed.
 *
 * @param name the fact
 * @param before its value before; empty if it was not there
 * @param after its value after; empty if it is not there any more
 */
record Difference(String name, Optional<String> before, Optional<String> after) {

  /** What {@code after} changes of {@code before}, by name; what stays is left out. */
  static List<Difference> between(Facts before, Facts after) {
    Set<String> names = new TreeSet<>(before.values().keySet());
    names.addAll(after.values().keySet());
    List<Difference> differences = new ArrayList<>();
    for (String name : names) {
      Optional<String> old = Optional.ofNullable(before.values().get(name));
      Optional<String> now = Optional.ofNullable(after.values().get(name));
      if (!old.equals(now)) {
        differences.add(new Difference(name, old, now));
      }
    }
    return List.copyOf(differences);
  }

  /** {@code state: pending → granted}; long values are cut. */
  String words() {
    if (before.isEmpty()) {
      return name + ": " + cut(after.orElse(""));
    }
    return name + ": " + cut(before.get()) + " → " + after.map(Difference::cut).orElse("none");
  }

  private static String cut(String value) {
    return value.length() <= 60 ? value : value.substring(0, 57) + "…";
  }
}

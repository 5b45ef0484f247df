package io.marketplace.db.catalogue;

import io.marketplace.db.kernel.Sql;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The published figures of some cards. Of several sources of one figure the highest orders, and all
 * are shown.
 */
final class FigureOrder {

  private final Map<String, Map<String, BigDecimal>> byCard = new HashMap<>();

  FigureOrder(Sql sql, List<String> slugs) {
    sql.each(
        """
        select card_slug, benchmark, max(value) from card_figure where card_slug = any(?)
        group by card_slug, benchmark
        """,
        row ->
            byCard
                .computeIfAbsent(row.text(1), slug -> new HashMap<>())
                .put(row.text(2), row.exact(3)),
        slugs);
  }

  /** The benchmarks, the most published first. */
  List<String> benchmarks() {
    Map<String, Integer> counts = new HashMap<>();
    byCard.values().forEach(of -> of.keySet().forEach(name -> counts.merge(name, 1, Integer::sum)));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The slugs with a figure, the highest of {@code benchmark} first, the others as they came. */
  List<String> measured(List<String> slugs, Optional<String> benchmark) {
    Comparator<String> highest =
        Comparator.comparing(
            slug -> figure(slug, benchmark),
            Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()));
    return slugs.stream().filter(byCard::containsKey).sorted(highest).toList();
  }

  private @Nullable BigDecimal figure(String slug, Optional<String> benchmark) {
    return benchmark.map(name -> byCard.getOrDefault(slug, Map.of()).get(name)).orElse(null);
  }
}

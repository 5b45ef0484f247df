package io.marketplace.ui.spend;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.SeriesPoint;
import io.marketplace.ui.format.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/**
 * The month as a chart: the sum so far above, each day by tier below. All figures are of the
 * ledger.
 */
final class SpendChart {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final double NANOS = 1e9;

  private final TreeMap<LocalDate, TreeMap<String, Long>> days = new TreeMap<>();

  SpendChart(List<SeriesPoint> points, LocalDate first, LocalDate last) {
    first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, new TreeMap<>()));
    for (SeriesPoint point : points) {
      TreeMap<String, Long> tiers = days.get(point.day());
      if (tiers != null) {
        tiers.merge(point.value().id().orElse(""), point.totals().cost().value(), Long::sum);
      }
    }
  }

  /** A day and what it cost, for the table beside the chart. */
  record Day(LocalDate day, NanoUsd cost) {}

  /** The days in their order. */
  List<Day> table() {
    return days.entrySet().stream()
        .map(
            day ->
                new Day(
                    day.getKey(),
                    new NanoUsd(day.getValue().values().stream().mapToLong(Long::longValue).sum())))
        .toList();
  }

  /** The finding in a sentence. */
  String finding() {
    List<Day> all = table();
    Day dearest = all.stream().max((a, b) -> a.cost().compareTo(b.cost())).orElseThrow();
    NanoUsd sum = all.stream().map(Day::cost).reduce(NanoUsd.ZERO, NanoUsd::plus);
    return dearest.cost().value() == 0
        ? "Nothing was spent in this period."
        : "Spend reaches "
            + Formats.money(sum)
            + "; the dearest day was "
            + Formats.date(dearest.day())
            + " with "
            + Formats.money(dearest.cost())
            + ".";
  }

  /**
   * ECharts' options; {@code budget} is drawn as a line if it is more than nothing and within sight
   * of the spend.
   */
  ObjectNode options(NanoUsd budget) {
    ObjectNode options = JSON.objectNode();
    ArrayNode grids = options.putArray("grid");
    grids.addObject().put("left", 64).put("right", 16).put("top", 24).put("height", 150);
    grids.addObject().put("left", 64).put("right", 16).put("top", 206).put("bottom", 28);
    options.putObject("axisPointer").putArray("link").addObject().put("xAxisIndex", "all");
    ArrayNode x = options.putArray("xAxis");
    labels(x.addObject().put("type", "category").put("gridIndex", 0))
        .putObject("axisLabel")
        .put("show", false);
    labels(x.addObject().put("type", "category").put("gridIndex", 1));
    ArrayNode y = options.putArray("yAxis");
    y.addObject().put("type", "value").put("gridIndex", 0).put("splitNumber", 3);
    y.addObject().put("type", "value").put("gridIndex", 1).put("splitNumber", 3);
    ArrayNode series = options.putArray("series");
    cumulative(series.addObject(), budget);
    for (Tier tier :
        List.of(
            Tier.REASONING, Tier.UTILITY, Tier.CODE, Tier.VISION, Tier.EMBEDDING, Tier.RERANKER)) {
      bars(series.addObject(), tier);
    }
    return options;
  }

  private ObjectNode labels(ObjectNode axis) {
    ArrayNode names = axis.putArray("data");
    days.keySet().forEach(day -> names.add(Formats.day(day)));
    return axis;
  }

  private void cumulative(ObjectNode line, NanoUsd budget) {
    line.put("name", "Spent so far").put("type", "line").put("symbol", "none");
    line.putObject("lineStyle").put("color", "token:ink").put("width", 2.5);
    line.putObject("itemStyle").put("color", "token:ink");
    ArrayNode data = line.putArray("data");
    long sum = 0;
    for (Day day : table()) {
      sum += day.cost().value();
      data.add(sum / NANOS);
    }
    if (budget.value() > 0 && budget.value() < sum * 4) {
      ObjectNode mark = line.putObject("markLine").put("symbol", "none").put("silent", true);
      ObjectNode at = mark.putArray("data").addObject().put("yAxis", budget.value() / NANOS);
      at.putObject("lineStyle").put("color", "token:ink").put("type", "solid").put("width", 2);
      at.putObject("label")
          .put("formatter", "Budget " + Formats.headline(budget))
          .put("position", "insideStartTop")
          .put("color", "token:ink")
          .put("fontWeight", 600);
    }
  }

  private void bars(ObjectNode bars, Tier tier) {
    bars.put("name", SpendPage.tierName(tier))
        .put("type", "bar")
        .put("stack", "day")
        .put("xAxisIndex", 1)
        .put("yAxisIndex", 1)
        .put("barCategoryGap", "18%");
    bars.putObject("itemStyle")
        .put("color", "token:t-" + tier.code())
        .put("borderColor", "token:ground")
        .put("borderWidth", 1);
    ArrayNode data = bars.putArray("data");
    days.values().forEach(day -> data.add(day.getOrDefault(tier.code(), 0L) / NANOS));
  }
}

package io.marketplace.api.metering;

import io.marketplace.model.kernel.Csv;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsageEntry;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.metering.UsageGroup;
import io.marketplace.model.metering.UsageTotals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Usage as lines of CSV. */
final class UsageTable {

  private UsageTable() {}

  static String head(List<UsageDimension> dimensions) {
    List<String> cells = new ArrayList<>();
    dimensions.forEach(dimension -> cells.add(dimension.code()));
    cells.addAll(
        List.of("requests", "promptTokens", "cachedTokens", "completionTokens", "costUsd"));
    return Csv.line(cells);
  }

  static String line(UsageGroup usage) {
    List<Object> cells = new ArrayList<>();
    usage.group().values().forEach(value -> cells.add(value.name().or(value::id).orElse("")));
    UsageTotals totals = usage.totals();
    cells.addAll(
        List.of(
            totals.requests(),
            totals.promptTokens(),
            totals.cachedTokens(),
            totals.completionTokens(),
            totals.cost().toDollars()));
    return Csv.line(cells);
  }

  static String head() {
    return Csv.line(
        List.of(
            "requestId",
            "startedAt",
            "team",
            "application",
            "key",
            "tier",
            "alias",
            "agent",
            "workflow",
            "customer",
            "useCase",
            "sensitivity",
            "pool",
            "provider",
            "model",
            "promptTokens",
            "cachedTokens",
            "completionTokens",
            "reasoningTokens",
            "images",
            "costUsd",
            "excessUsd",
            "flag",
            "cache",
            "status",
            "outcome",
            "latencyMs",
            "ttftMs"));
  }

  static String line(UsageEntry row) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.id());
    cells.add(row.startedAt());
    cells.add(row.teamName().orElse(null));
    cells.add(row.applicationName().orElse(null));
    cells.add(row.keyName().orElse(null));
    cells.add(row.tier());
    cells.add(row.alias());
    cells.add(row.agent().orElse(null));
    cells.add(row.workflow().orElse(null));
    cells.add(row.customer().orElse(null));
    cells.add(row.useCase().orElse(null));
    cells.add(row.sensitivity());
    cells.add(row.pool().orElse(null));
    cells.add(row.provider().orElse(null));
    cells.add(row.model().orElse(null));
    cells.add(row.promptTokens());
    cells.add(row.cachedTokens());
    cells.add(row.completionTokens());
    cells.add(row.reasoningTokens());
    cells.add(row.images());
    cells.add(row.cost().toDollars());
    cells.add(row.excess().toDollars());
    cells.add(row.flag().map(UsageFlag::code).orElse(null));
    cells.add(row.cache());
    cells.add(row.status());
    cells.add(row.outcome());
    cells.add(row.latencyMs());
    cells.add(row.ttftMs().orElse(null));
    return Csv.line(cells);
  }
}

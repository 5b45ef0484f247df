package io.marketplace.ui.spend;

import io.marketplace.model.kernel.Csv;
import io.marketplace.model.metering.UsageEntry;
import java.util.List;

/**
 * Writes the ledger as CSV. Agents and customers name themselves, and a file must not run what they
 * wrote; see {@link Csv}.
 */
final class UsageCsv {

  private UsageCsv() {}

  /** The head of the file. */
  static String head() {
    return line(
        List.of(
            "request_id",
            "started_at",
            "team",
            "application",
            "key",
            "tier",
            "alias",
            "agent",
            "workflow",
            "customer",
            "use_case",
            "model",
            "pool",
            "prompt_tokens",
            "cached_tokens",
            "completion_tokens",
            "cost_usd",
            "cache",
            "status",
            "outcome",
            "latency_ms",
            "ttft_ms"));
  }

  /** A row of the ledger as a line. */
  static String line(UsageEntry entry) {
    return line(
        List.of(
            entry.id().toString(),
            entry.startedAt().toString(),
            entry.teamName().orElse(""),
            entry.applicationName().orElse(""),
            entry.keyName().orElse(""),
            entry.tier(),
            entry.alias(),
            entry.agent().orElse(""),
            entry.workflow().orElse(""),
            entry.customer().orElse(""),
            entry.useCase().orElse(""),
            entry.model().orElse(""),
            entry.pool().orElse(""),
            Long.toString(entry.promptTokens()),
            Long.toString(entry.cachedTokens()),
            Long.toString(entry.completionTokens()),
            entry.cost().toDollars(),
            entry.cache(),
            Integer.toString(entry.status()),
            entry.outcome(),
            Double.toString(entry.latencyMs()),
            entry.ttftMs().map(String::valueOf).orElse("")));
  }

  /** Cells as one line with its end. */
  static String line(List<String> cells) {
    return Csv.line(cells);
  }
}

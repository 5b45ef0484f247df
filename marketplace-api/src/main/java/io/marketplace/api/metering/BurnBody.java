package io.marketplace.api.metering;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.UsageReport;
import io.marketplace.model.metering.UsageTotals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who spends now.
 *
 * @param from the beginning of the window
 * @param to its end: the moment of the question
 * @param requests of everybody within sight
 * @param costUsd of everybody within sight
 * @param costUsdPerHour at this pace
 * @param items the dearest first
 * @param next the cursor of those that follow; null at the end
 */
public record BurnBody(
    Instant from,
    Instant to,
    long requests,
    NanoUsd costUsd,
    NanoUsd costUsdPerHour,
    List<Burner> items,
    @Nullable String next) {

  /**
   * Somebody who spends.
   *
   * @param usage what was used in the window
   * @param costUsdPerHour at this pace
   */
  public record Burner(GroupBody usage, NanoUsd costUsdPerHour) {}

  /** Copies the list. */
  public BurnBody {
    items = List.copyOf(items);
  }

  static BurnBody of(Instant from, Instant to, UsageReport report, @Nullable String next) {
    Duration window = Duration.between(from, to);
    UsageTotals totals = report.totals();
    return new BurnBody(
        from,
        to,
        totals.requests(),
        totals.cost(),
        perHour(totals.cost(), window),
        report.page().items().stream()
            .map(group -> new Burner(GroupBody.of(group), perHour(group.totals().cost(), window)))
            .toList(),
        next);
  }

  private static NanoUsd perHour(NanoUsd cost, Duration window) {
    double hours = window.toMillis() / (double) Duration.ofHours(1).toMillis();
    return new NanoUsd(Math.round(cost.value() / hours));
  }
}

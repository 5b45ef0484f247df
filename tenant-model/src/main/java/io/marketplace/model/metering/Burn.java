package io.marketplace.model.metering;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import java.time.Duration;

/**
 * Who spends now, read at one moment.
 *
 * @param window what "now" means; it ends at the moment of the question
 * @param page who spends, dearest first
 * @param totals of everybody within sight
 */
public record Burn(UsagePeriod window, Page<Burner> page, UsageTotals totals) {

  /** What everybody within sight spends. */
  public BurnRate rate() {
    return BurnRate.of(totals.cost(), span(), NanoUsd.ZERO);
  }

  /** How fast {@code burner} spends. */
  public BurnRate rate(Burner burner) {
    return BurnRate.of(burner.usage().totals().cost(), span(), burner.before());
  }

  private Duration span() {
    return Duration.between(window.from(), window.to());
  }
}

package io.marketplace.api.metering;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.metering.Burn;
import io.marketplace.model.metering.BurnRate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
   * @param usualUsdPerHour the mean of the 24 whole hours before; null if nothing was spent in them
   * @param pace {@code usual}, {@code rising}, {@code runaway} or {@code new}
   * @param mostlyTier the tier most was spent on; null if it cost nothing
   */
  public record Burner(
      GroupBody usage,
      NanoUsd costUsdPerHour,
      Optional<NanoUsd> usualUsdPerHour,
      String pace,
      Optional<String> mostlyTier) {

    static Burner of(Burn burn, io.marketplace.model.metering.Burner burner) {
      BurnRate rate = burn.rate(burner);
      return new Burner(
          GroupBody.of(burner.usage()),
          rate.perHour(),
          rate.usualPerHour(),
          rate.pace().name().toLowerCase(Locale.ROOT),
          burner.mostly());
    }
  }

  /** Copies the list. */
  public BurnBody {
    items = List.copyOf(items);
  }

  static BurnBody of(Burn burn, @Nullable String next) {
    return new BurnBody(
        burn.window().from(),
        burn.window().to(),
        burn.totals().requests(),
        burn.totals().cost(),
        burn.rate().perHour(),
        burn.page().items().stream().map(burner -> Burner.of(burn, burner)).toList(),
        next);
  }
}

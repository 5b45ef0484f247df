package io.marketplace.api.routing;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.routing.PoolHour;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An own pool's hour.
 *
 * @param costUsd what its GPUs cost
 * @param bookedUsd what the ledger booked by the price of tokens
 * @param unbookedUsd cost less what was booked; below zero where more was booked
 * @param effectiveUsdPerMillion what a million of its tokens cost at this utilisation
 */
public record PoolHourBody(
    Instant hour,
    NanoUsd costUsd,
    long promptTokens,
    long completionTokens,
    NanoUsd bookedUsd,
    String unbookedUsd,
    Optional<NanoUsd> effectiveUsdPerMillion) {

  private static final int SCALE = 9;

  static PoolHourBody of(PoolHour hour) {
    return new PoolHourBody(
        hour.hour(),
        hour.cost(),
        hour.promptTokens(),
        hour.completionTokens(),
        hour.booked(),
        BigDecimal.valueOf(hour.unbookedNano(), SCALE).toPlainString(),
        hour.perMillion());
  }
}

package io.marketplace.model.routing;

import io.marketplace.model.kernel.NanoUsd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/**
 * An own pool's hour: what its GPUs cost, and what the ledger booked for the calls they answered.
 * The ledger books by the price of tokens, since a budget must know the most a call can cost before
 * it is made; what the hour really cost a token is known afterwards and stands here.
 *
 * @param hour its beginning
 * @param cost what its GPUs cost, to now if it has not ended
 * @param promptTokens prompt tokens of its calls, by the ledger
 * @param completionTokens completion tokens of its calls, by the ledger
 * @param booked what the ledger booked for them
 */
public record PoolHour(
    Instant hour, NanoUsd cost, long promptTokens, long completionTokens, NanoUsd booked) {

  /**
   * What a million of the hour's tokens cost at this utilisation, prompt and completion alike,
   * rounded up; empty for an hour without any.
   */
  public Optional<NanoUsd> perMillion() {
    long tokens = promptTokens + completionTokens;
    return tokens == 0
        ? Optional.empty()
        : Optional.of(
            new NanoUsd(
                BigDecimal.valueOf(cost.value())
                    .movePointRight(6)
                    .divide(BigDecimal.valueOf(tokens), 0, RoundingMode.CEILING)
                    .longValueExact()));
  }

  /** Cost less what was booked, in nano-dollars; below zero where more was booked. */
  public long unbookedNano() {
    return cost.value() - booked.value();
  }
}

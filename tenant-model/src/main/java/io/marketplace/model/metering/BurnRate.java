package io.marketplace.model.metering;

import io.marketplace.model.kernel.NanoUsd;
import java.time.Duration;
import java.util.Optional;

/**
 * How fast somebody spends, against what is usual for them.
 *
 * @param perHour what an hour costs at the pace of now
 * @param usualPerHour the mean hour of the day before; empty for somebody who spent nothing then
 */
public record BurnRate(NanoUsd perHour, Optional<NanoUsd> usualPerHour) {

  /** How a pace stands against the usual one. */
  public enum Pace {
    /** As usual. */
    USUAL,
    /** From {@link #RISING} times the usual on. */
    RISING,
    /** From {@link #RUNAWAY} times the usual on. */
    RUNAWAY,
    /** Nothing to compare with. */
    NEW
  }

  /** Where a pace begins to be worth a look; a choice of ours, not measured. */
  public static final double RISING = 1.5;

  /** Where it is likely a loop; a choice of ours, not measured. */
  public static final double RUNAWAY = 5;

  /**
   * The rate of somebody who spent {@code now} in {@code span} and {@code day} in the day before.
   */
  public static BurnRate of(NanoUsd now, Duration span, NanoUsd day) {
    return new BurnRate(
        perHour(now, span),
        day.value() == 0 ? Optional.empty() : Optional.of(perHour(day, Duration.ofDays(1))));
  }

  private static NanoUsd perHour(NanoUsd cost, Duration span) {
    return new NanoUsd(
        Math.round((double) cost.value() * Duration.ofHours(1).toSeconds() / span.toSeconds()));
  }

  /** How many times the usual pace; empty without one. */
  public Optional<Double> ratio() {
    return usualPerHour
        .filter(usual -> usual.value() > 0)
        .map(usual -> (double) perHour.value() / usual.value());
  }

  /** How it stands. */
  public Pace pace() {
    return ratio()
        .map(times -> times >= RUNAWAY ? Pace.RUNAWAY : times >= RISING ? Pace.RISING : Pace.USUAL)
        .orElse(Pace.NEW);
  }
}

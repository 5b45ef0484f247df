package io.marketplace.bench.drive;

import org.HdrHistogram.Histogram;

/**
 * A distribution in microseconds.
 *
 * @param count how many values; with 0 the others are 0 too
 */
public record Percentiles(long count, double p50, double p99, double max) {

  /** Reads a histogram of microseconds. */
  public static Percentiles of(Histogram micros) {
    return new Percentiles(
        micros.getTotalCount(),
        micros.getValueAtPercentile(50),
        micros.getValueAtPercentile(99),
        micros.getMaxValue());
  }
}

package io.marketplace.bench.report;

import java.util.Arrays;

/**
 * Values of several rounds.
 *
 * @param median the middle one, or the mean of the middle two; 0 without values
 * @param least the smallest
 * @param most the largest
 */
public record Median(double median, double least, double most) {

  /** Of these values; those that are not finite (a ratio to nothing) are left out. */
  public static Median of(double... values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    int count = sorted.length;
    if (count == 0) {
      return new Median(0, 0, 0);
    }
    double median =
        count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    return new Median(median, sorted[0], sorted[count - 1]);
  }
}

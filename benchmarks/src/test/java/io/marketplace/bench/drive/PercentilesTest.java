package io.marketplace.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void areMicrosecondsWithinATenthOfAPercent() {
    Histogram histogram = Tally.histogram();
    for (int i = 1; i <= 1_000; i++) {
      Tally.record(histogram, i * 1_000_000L);
    }
    Percentiles read = Percentiles.of(histogram);
    assertThat(read.count()).isEqualTo(1_000);
    assertThat(read.p50()).isCloseTo(500_000, within(500.0));
    assertThat(read.p99()).isCloseTo(990_000, within(1_000.0));
    assertThat(read.max()).isCloseTo(1_000_000, within(1_000.0));
  }

  @Test
  void valuesOutsideCountAsTheNearestBound() {
    Histogram histogram = Tally.histogram();
    Tally.record(histogram, -5);
    Tally.record(histogram, Long.MAX_VALUE);
    assertThat(histogram.getTotalCount()).isEqualTo(2);
    assertThat(histogram.getMinValue()).isZero();
  }
}

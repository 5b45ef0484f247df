package io.marketplace.model.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.NanoUsd;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BurnRateTest {

  private static BurnRate rate(long now, long day) {
    return BurnRate.of(new NanoUsd(now), Duration.ofMinutes(15), new NanoUsd(day));
  }

  @Test
  void countsInHours() {
    assertThat(rate(100, 2_400).perHour()).isEqualTo(new NanoUsd(400));
    assertThat(rate(100, 2_400).usualPerHour()).contains(new NanoUsd(100));
    assertThat(rate(100, 2_400).ratio()).contains(4.0);
  }

  @Test
  void saysHowThePaceStands() {
    assertThat(rate(25, 2_400).pace()).isEqualTo(BurnRate.Pace.USUAL);
    assertThat(rate(38, 2_400).pace()).isEqualTo(BurnRate.Pace.RISING);
    assertThat(rate(125, 2_400).pace()).isEqualTo(BurnRate.Pace.RUNAWAY);
    assertThat(rate(100, 0).pace()).isEqualTo(BurnRate.Pace.NEW);
  }

  @Test
  void aUsualPaceTooSlowToCountIsNone() {
    BurnRate slow = rate(100, 5);
    assertThat(slow.usualPerHour()).contains(NanoUsd.ZERO);
    assertThat(slow.ratio()).isEqualTo(Optional.empty());
    assertThat(slow.pace()).isEqualTo(BurnRate.Pace.NEW);
  }
}

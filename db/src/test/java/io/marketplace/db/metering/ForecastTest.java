package io.marketplace.db.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ForecastTest {

  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-12-01T00:00:00Z");

  @Test
  void spendingGoesOnAtThePaceOfTheMonthSoFar() {
    Instant half = Instant.parse("2026-11-16T00:00:00Z");

    assertThat(MonthSpend.forecast(new NanoUsd(50), FROM, half, TO)).isEqualTo(new NanoUsd(100));
    assertThat(MonthSpend.forecast(NanoUsd.ZERO, FROM, half, TO)).isEqualTo(NanoUsd.ZERO);
  }

  @Test
  void theFirstSecondsForetellNoFortune() {
    assertThat(MonthSpend.forecast(new NanoUsd(1), FROM, FROM, TO)).isEqualTo(new NanoUsd(720));
  }

  @Test
  void itStaysWithinWhatCanBeCounted() {
    NanoUsd most = new NanoUsd(Long.MAX_VALUE);

    assertThat(MonthSpend.forecast(most, FROM, FROM, TO)).isEqualTo(most);
  }
}

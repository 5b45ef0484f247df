package io.marketplace.model.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsagePeriodTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T22:40:00Z"), ZoneOffset.UTC);

  @Test
  void daysAreHalfOpenAndUtc() {
    UsagePeriod period = UsagePeriod.days(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2));

    assertThat(period.from()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(period.to()).isEqualTo("2026-11-02T00:00:00Z");
  }

  @Test
  void daysAndTimesAreRead() {
    UsagePeriod period =
        UsagePeriod.parse(
            Optional.of("2026-11-01"), Optional.of("2026-11-02T03:00:00+02:00"), CLOCK);

    assertThat(period.from()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(period.to()).isEqualTo("2026-11-02T01:00:00Z");
  }

  @Test
  void withoutBoundsItIsThirtyDaysToTheEndOfToday() {
    UsagePeriod period = UsagePeriod.parse(Optional.empty(), Optional.empty(), CLOCK);

    assertThat(period.from()).isEqualTo("2026-10-23T00:00:00Z");
    assertThat(period.to()).isEqualTo("2026-11-22T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-13-01",
        "2026-02-30",
        "2026-11-01T00:00:00",
        "+999999999-01-01T00:00:00Z",
        "0001-01-01",
        "2026-11-22",
        "2025-10-01"
      })
  void whatIsNoTimeOrMakesNoSensiblePeriodIsRefused(String from) {
    assertThatThrownBy(() -> UsagePeriod.parse(Optional.of(from), Optional.of("2026-11-21"), CLOCK))
        .isInstanceOf(MarketplaceException.class);
  }

  @Test
  void dimensionsAreReadInTheirOrderAndOnce() {
    assertThat(UsageDimension.parseList("groupBy", "day, use-case"))
        .isEqualTo(List.of(UsageDimension.DAY, UsageDimension.USE_CASE));
    assertThat(UsageDimension.parseList("groupBy", " ")).isEmpty();
    for (String wrong : List.of("prompt", "day,day", "day,", "DAY")) {
      assertThatThrownBy(() -> UsageDimension.parseList("groupBy", wrong))
          .isInstanceOf(MarketplaceException.class);
    }
  }
}

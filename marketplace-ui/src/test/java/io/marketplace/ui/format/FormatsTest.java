package io.marketplace.ui.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.NanoUsd;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormatsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2318400000000 | $2,318.40",
        "1000000000 | $1.00",
        "20200000 | $0.0202",
        "999950000 | $1.0000",
        "0 | $0.00",
        "31500 | <$0.0001",
        "9223372036854775807 | $9,223,372,036.85"
      })
  void writesMoney(long nanos, String text) {
    assertThat(Formats.money(new NanoUsd(nanos))).isEqualTo(text);
  }

  @Test
  void writesHeadlinesInWholeDollarsFromTenOn() {
    assertThat(Formats.headline(new NanoUsd(2_318_400_000_000L))).isEqualTo("$2,318");
    assertThat(Formats.headline(new NanoUsd(9_990_000_000L))).isEqualTo("$9.99");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"38000 | 38,000", "999999 | 999,999", "1200000 | 1.2M", "120000000 | 120M", "0 | 0"})
  void writesTokens(long tokens, String text) {
    assertThat(Formats.tokens(tokens)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"262144 | 262K", "1048576 | 1M", "512 | 512", "8192 | 8K"})
  void writesContexts(long tokens, String text) {
    assertThat(Formats.context(tokens)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0.58 | 58%", "0.001 | <1%", "0 | 0%", "1 | 100%"})
  void writesShares(double share, String text) {
    assertThat(Formats.share(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0.3 | 0.3 ms", "1200 | 1,200 ms", "3840 | 3.84 s", "940.4 | 940 ms"})
  void writesDurations(double millis, String text) {
    assertThat(Formats.duration(millis)).isEqualTo(text);
  }

  @Test
  void writesPricesWithNoMoreDigitsThanTheyNeed() {
    assertThat(Formats.price(new NanoUsd(550_000_000L))).isEqualTo("0.55");
    assertThat(Formats.price(new NanoUsd(37_500_000L))).isEqualTo("0.0375");
    assertThat(Formats.price(new NanoUsd(2_000_000_000L))).isEqualTo("2.00");
  }

  @Test
  void writesTimesWithTheirZone() {
    Instant at = Instant.parse("2026-11-19T13:32:00Z");
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(Formats.time(at, berlin)).isEqualTo("14:32 CET");
    assertThat(Formats.moment(at, berlin)).isEqualTo("19 Nov 2026, 14:32 CET");
    assertThat(Formats.weekday(LocalDate.of(2026, 11, 19))).isEqualTo("Thursday 19 Nov 2026");
    assertThat(Formats.date(LocalDate.of(2026, 9, 2))).isEqualTo("2 Sep 2026");
  }
}

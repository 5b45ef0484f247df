package io.marketplace.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateHeadersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0ms",
    "1, 1ms",
    "120000000, 120ms",
    "1000000000, 1s",
    "7660000000, 7.66s",
    "59999000001, 1m0s",
    "360000000000, 6m0s",
    "3661000000000, 61m1s"
  })
  void durationsAreWrittenAsClientsReadThem(long nanos, String text) {
    assertThat(RateHeaders.duration(nanos)).isEqualTo(text);
  }
}

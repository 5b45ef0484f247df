package io.marketplace.ui.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedTest {

  @Test
  void readsCountsAsPeopleTypeThem() {
    assertThat(Typed.count("n", " 20,000 ")).contains(20_000L);
    assertThat(Typed.count("n", "20 000")).contains(20_000L);
    assertThat(Typed.count("n", "  ")).isEmpty();
  }

  @Test
  void readsDollars() {
    assertThat(Typed.dollars("cap", "$1,250.50")).isEqualTo(new NanoUsd(1_250_500_000_000L));
    assertThat(Typed.dollars("cap", "0")).isEqualTo(NanoUsd.ZERO);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1", "1e9", "NaN", "1.5", "٣", "99999999999999999999", "<script>", "0x10", "1-2"})
  void refusesCountsThatAreNone(String text) {
    assertThatExceptionOfType(MarketplaceException.class)
        .isThrownBy(() -> Typed.count("n", text))
        .satisfies(e -> assertThat(e.field()).contains("n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-5", "1e3", "12.", ".5", "1.0000000001", "9999999999999", "$", "=1+1"})
  void refusesAmountsThatAreNone(String text) {
    assertThatExceptionOfType(MarketplaceException.class)
        .isThrownBy(() -> Typed.dollars("cap", text))
        .satisfies(e -> assertThat(e.field()).contains("cap"));
  }
}

package io.marketplace.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NanoUsdTest {

  @ParameterizedTest
  @CsvSource({"12.50,12.5", "0,0", "0.000000001,0.000000001", "1e3,1000", "0.10,0.1"})
  void readsAndWritesDollars(String text, String written) {
    assertThat(NanoUsd.parse("x", text).toDollars()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "-0.1",
        "NaN",
        "Infinity",
        "1,5",
        "0.0000000001",
        "1e999",
        "1e-999",
        "99999999999999999999",
        "0x10",
        "1 000"
      })
  void refusesWhatIsNoAmount(String text) {
    assertThatThrownBy(() -> NanoUsd.parse("x", text)).isInstanceOf(MarketplaceException.class);
  }

  @Test
  void costIsExactAndRoundedUp() {
    assertThat(new NanoUsd(1).perMillion(1)).isEqualTo(new NanoUsd(1));
    assertThat(new NanoUsd(150_000_000).perMillion(0)).isEqualTo(NanoUsd.ZERO);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long price = random.nextLong(0, 1L << random.nextInt(1, 50));
      long tokens = random.nextLong(0, 1L << random.nextInt(1, 30));
      BigDecimal exact =
          BigDecimal.valueOf(price)
              .multiply(BigDecimal.valueOf(tokens))
              .movePointLeft(6)
              .setScale(0, RoundingMode.CEILING);
      assertThat(new NanoUsd(price).perMillion(tokens).value()).isEqualTo(exact.longValueExact());
    }
  }
}

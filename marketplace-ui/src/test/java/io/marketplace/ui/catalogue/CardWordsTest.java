package io.marketplace.ui.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CardWordsTest {

  @ParameterizedTest
  @CsvSource({
    "685, 37, '685B, 37B active'",
    "14, 14, 14B dense",
    "32.5, 32.50, 32.5B dense",
    "0.27, , 0.27B",
    "1000, 32, '1T, 32B active'",
    "1040.5, 1040.5, 1.0405T dense"
  })
  void aSizeSaysWhatIsUsedOfIt(BigDecimal total, @Nullable BigDecimal active, String words) {
    assertThat(CardWords.size(total, Optional.ofNullable(active))).isEqualTo(words);
  }
}

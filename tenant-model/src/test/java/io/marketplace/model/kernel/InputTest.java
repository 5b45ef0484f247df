package io.marketplace.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InputTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void linesAreStripped() {
    assertThat(Input.line("name", "  Zürich 東京 🚀 ", 20)).isEqualTo("Zürich 東京 🚀");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "  ", "a\nb", "a\u0000b", "bell\u0007", "\u202Eevil", "123456789012345678901"})
  void badLinesAreRefused(String value) {
    assertThatThrownBy(() -> Input.line("name", value, 20))
        .isInstanceOfSatisfying(
            MarketplaceException.class, refused -> assertThat(refused.field()).contains("name"));
  }

  @Test
  void textsMayHaveLines() {
    assertThat(Input.text("purpose", " a\r\n\tb ", 20)).isEqualTo("a\n\tb");
    assertThat(Input.text("purpose", null, 20)).isEmpty();
    assertThatThrownBy(() -> Input.requiredText("purpose", " \r\n", 20))
        .isInstanceOf(MarketplaceException.class);
  }

  @Test
  void momentsLieAheadAndWithinFiveYears() {
    assertThat(Input.future("until", NOW.plusMillis(1), NOW)).isAfter(NOW);
    assertThatThrownBy(() -> Input.future("until", NOW, NOW))
        .isInstanceOf(MarketplaceException.class);
    assertThatThrownBy(() -> Input.future("until", Instant.MAX, NOW))
        .isInstanceOf(MarketplaceException.class);
    assertThatThrownBy(() -> Input.future("until", NOW.plus(Duration.ofDays(1828)), NOW))
        .isInstanceOf(MarketplaceException.class);
  }
}

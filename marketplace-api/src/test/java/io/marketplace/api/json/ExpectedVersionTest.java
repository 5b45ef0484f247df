package io.marketplace.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedVersionTest {

  @Test
  void theHeaderWinsOverTheBody() {
    assertThat(ExpectedVersion.of("\"3\"", 5)).hasValue(3);
    assertThat(ExpectedVersion.of("W/\"3\"", null)).hasValue(3);
    assertThat(ExpectedVersion.of(null, 5)).hasValue(5);
    assertThat(ExpectedVersion.of("*", 5)).isEmpty();
    assertThat(ExpectedVersion.of(null, null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"three", "-1", "99999999999", "3, 4"})
  void whatIsNoVersionIsRefused(String header) {
    assertThatThrownBy(() -> ExpectedVersion.of(header, null))
        .isInstanceOf(MarketplaceException.class);
  }
}

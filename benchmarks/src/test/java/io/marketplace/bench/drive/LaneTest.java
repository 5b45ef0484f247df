package io.marketplace.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTest {

  @ParameterizedTest
  @ValueSource(strings = {"closed-1", "closed-128", "open-1000", "streams-100x100"})
  void isReadByItsName(String name) {
    assertThat(Lane.parse(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "closed", "closed-0", "open-1x2", "streams-5", "closed-9999999"})
  void anythingElseIsRefused(String name) {
    assertThatThrownBy(() -> Lane.parse(name)).isInstanceOf(IllegalArgumentException.class);
  }
}

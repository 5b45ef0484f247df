package io.marketplace.bench.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "closed-1",
        "closed-128",
        "closed-32-64keys",
        "closed-8-prompt220k",
        "closed-4-image5120k",
        "open-1000",
        "open-200-60ms",
        "open-200-60ms-8keys-prompt1k",
        "streams-100x100"
      })
  void isReadByItsName(String name) {
    assertThat(Lane.parse(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "closed",
        "closed-0",
        "open-1x2",
        "streams-5",
        "closed-9999999",
        "closed-1-0ms",
        "closed-1-5k",
        "closed-1-prompt5ms",
        "closed-1-",
        "closed-1-fast",
        "streams-5x5-60ms"
      })
  void anythingElseIsRefused(String name) {
    assertThatThrownBy(() -> Lane.parse(name)).isInstanceOf(IllegalArgumentException.class);
  }
}

package io.marketplace.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/spend?month=2026-11&by=agent",
        "/models/qwen3-coder",
        "/requests/new/data/0190"
      })
  void returnsToPagesOfThePortal(String target) {
    assertThat(LocalTarget.of(target)).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "spend",
        "",
        "/a\r\nSet-Cookie: x",
        "/sign-out",
        "/sign-in?to=/",
        "/callback?state=x",
        "/é"
      })
  void returnsHomeFromAnywhereElse(String target) {
    assertThat(LocalTarget.of(target)).isEqualTo("/");
  }

  @Test
  void returnsHomeWithoutATarget() {
    assertThat(LocalTarget.of(null)).isEqualTo("/");
  }
}

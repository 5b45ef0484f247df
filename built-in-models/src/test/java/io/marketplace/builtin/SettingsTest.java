package io.marketplace.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void defaults() {
    assertThat(Settings.from(Map.of()))
        .isEqualTo(new Settings(8300, Optional.empty(), Optional.empty()));
  }

  @Test
  void everythingSet() {
    Map<String, String> environment =
        Map.of("BUILTIN_PORT", "18300", "BUILTIN_RERANKER_DIR", "r", "BUILTIN_CACHE_DIR", "c");
    assertThat(Settings.from(environment))
        .isEqualTo(new Settings(18300, Optional.of(Path.of("r")), Optional.of(Path.of("c"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "-1", "65536", "8300.0"})
  void aPortThatIsNone(String port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.from(Map.of("BUILTIN_PORT", port)))
        .withMessageContaining("BUILTIN_PORT")
        .withMessageContaining(port);
  }
}

package io.marketplace.bench.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.bench.problem.BenchFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final Map<String, String> DEFAULTS = Map.of("--seconds", "60", "--how", "stop");

  @Test
  void whatIsNotSaidIsTheScenarios() {
    Options options = Options.parse(List.of(), DEFAULTS);
    assertThat(options.seconds("--seconds")).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.word("--how")).isEqualTo("stop");
    assertThat(options.results()).contains(Path.of("benchmarks/RESULTS.md"));
  }

  @Test
  void whatIsSaidCounts() {
    Options options =
        Options.parse(List.of("--seconds", "5", "--no-write", "--results", "other.md"), DEFAULTS);
    assertThat(options.number("--seconds")).isEqualTo(5);
    assertThat(options.results()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    for (List<String> words :
        List.of(List.of("--sconds", "5"), List.of("--seconds"), List.of("60"))) {
      assertThatThrownBy(() -> Options.parse(words, DEFAULTS)).isInstanceOf(BenchFailure.class);
    }
    for (String number : List.of("0", "-1", "five", "", "1234567890")) {
      Options options = Options.parse(List.of("--seconds", number), DEFAULTS);
      assertThatThrownBy(() -> options.number("--seconds")).isInstanceOf(BenchFailure.class);
    }
  }
}

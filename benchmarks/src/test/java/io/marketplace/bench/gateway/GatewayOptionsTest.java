package io.marketplace.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.bench.drive.Lane;
import io.marketplace.bench.problem.BenchFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayOptionsTest {

  @Test
  void defaults() {
    assertThat(GatewayOptions.parse(List.of()))
        .isEqualTo(
            new GatewayOptions(
                3,
                Duration.ofSeconds(8),
                Stream.of(
                        "closed-1",
                        "closed-32",
                        "closed-32-64keys",
                        "closed-128",
                        "open-200-60ms",
                        "open-1000-60ms",
                        "streams-100x100",
                        "closed-8-prompt220k",
                        "closed-4-image5120k")
                    .map(Lane::parse)
                    .toList(),
                List.of("nginx", "mock", "envoy", "portkey", "litellm", "marketplace"),
                60_000,
                "utility",
                Optional.of(Path.of("benchmarks/RESULTS.md"))));
  }

  @Test
  void optionsReplaceThem() {
    GatewayOptions options =
        GatewayOptions.parse(
            List.of("--rounds", "5", "--no-write", "--lanes", "closed-2", "--contenders", "mock"));
    assertThat(options.rounds()).isEqualTo(5);
    assertThat(options.results()).isEmpty();
    assertThat(options.lanes()).containsExactly(Lane.parse("closed-2"));
    assertThat(options.contenders()).containsExactly("mock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--round 3",
        "--rounds",
        "--rounds 0",
        "--rounds x",
        "--lanes fast",
        "--contenders apache"
      })
  void whatIsNotUnderstoodIsRefused(String words) {
    assertThatThrownBy(() -> GatewayOptions.parse(List.of(words.split(" ", -1))))
        .isInstanceOf(BenchFailure.class);
  }
}

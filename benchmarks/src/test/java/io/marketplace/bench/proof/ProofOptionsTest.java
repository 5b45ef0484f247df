package io.marketplace.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.bench.problem.BenchFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProofOptionsTest {

  private static final Map<String, String> DEFAULTS = Map.of("--seconds", "60", "--how", "stop");

  @Test
  void whatIsNotSaidIsTheScenarios() {
    ProofOptions options = ProofOptions.parse(List.of(), DEFAULTS);
    assertThat(options.seconds("--seconds")).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.word("--how")).isEqualTo("stop");
    assertThat(options.results()).contains(Path.of("benchmarks/RESULTS.md"));
  }

  @Test
  void whatIsSaidCounts() {
    ProofOptions options =
        ProofOptions.parse(
            List.of("--seconds", "5", "--no-write", "--results", "other.md"), DEFAULTS);
    assertThat(options.number("--seconds")).isEqualTo(5);
    assertThat(options.results()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    for (List<String> words :
        List.of(List.of("--sconds", "5"), List.of("--seconds"), List.of("60"))) {
      assertThatThrownBy(() -> ProofOptions.parse(words, DEFAULTS))
          .isInstanceOf(BenchFailure.class);
    }
    for (String number : List.of("0", "-1", "five", "", "1234567")) {
      ProofOptions options = ProofOptions.parse(List.of("--seconds", number), DEFAULTS);
      assertThatThrownBy(() -> options.number("--seconds")).isInstanceOf(BenchFailure.class);
    }
  }

  @Test
  void everyProofIsReadyWithItsDefaults() {
    assertThat(new BudgetProof(ProofOptions.parse(List.of(), BudgetProof.OPTIONS))).isNotNull();
    assertThat(new CrashProof(ProofOptions.parse(List.of(), CrashProof.OPTIONS))).isNotNull();
    assertThat(new OutageProof(ProofOptions.parse(List.of(), OutageProof.OPTIONS))).isNotNull();
    assertThat(new ChangeProof(ProofOptions.parse(List.of(), ChangeProof.OPTIONS))).isNotNull();
    ProofOptions wrong = ProofOptions.parse(List.of("--how", "politely"), OutageProof.OPTIONS);
    assertThatThrownBy(() -> new OutageProof(wrong)).isInstanceOf(BenchFailure.class);
  }
}

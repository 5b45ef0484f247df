package io.marketplace.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.bench.options.Options;
import io.marketplace.bench.problem.BenchFailure;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofsTest {

  @Test
  void everyProofIsReadyWithItsDefaults() {
    assertThat(new BudgetProof(Options.parse(List.of(), BudgetProof.OPTIONS))).isNotNull();
    assertThat(new CrashProof(Options.parse(List.of(), CrashProof.OPTIONS))).isNotNull();
    assertThat(new OutageProof(Options.parse(List.of(), OutageProof.OPTIONS))).isNotNull();
    assertThat(new ChangeProof(Options.parse(List.of(), ChangeProof.OPTIONS))).isNotNull();
    Options wrong = Options.parse(List.of("--how", "politely"), OutageProof.OPTIONS);
    assertThatThrownBy(() -> new OutageProof(wrong)).isInstanceOf(BenchFailure.class);
  }
}

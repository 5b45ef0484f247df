package io.marketplace.model.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FactsTest {

  @Test
  void whatIsAbsentIsLeftOut() {
    Facts facts =
        Facts.of("a", 1).with("b", null).with("c", Optional.empty()).with("d", Optional.of("x"));
    assertThat(facts.values()).containsOnlyKeys("a", "d").containsEntry("d", "x");
  }

  @Test
  void factsDoNotChange() {
    Facts facts = Facts.of("a", 1);
    assertThat(facts.with("a", 2)).isNotEqualTo(facts);
    assertThat(facts).isEqualTo(Facts.of("a", "1"));
    assertThat(Facts.NONE.isEmpty()).isTrue();
  }
}

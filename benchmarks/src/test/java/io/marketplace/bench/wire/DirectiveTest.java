package io.marketplace.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectiveTest {

  @Test
  void isReadAsItWasWritten() {
    Directive directive = new Directive(42, 100, 20, 200);
    assertThat(directive.render()).isEqualTo("[[0000000042;chunks=100;gap=20;delay=200]]");
    assertThat(Directive.find("What is a proxy? " + directive.render() + "\"}]"))
        .contains(directive);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no directive", "[[42", "[[x]]", "[[1;chunks]]", "[[1;size=3]]"})
  void isEmptyWhereThereIsNone(String text) {
    assertThat(Directive.find(text)).isEmpty();
  }

  @Test
  void aStampIsReadOutOfAChunk() {
    Stamp stamp = new Stamp(17, 123_456_789L);
    assertThat(Stamp.find("{\"delta\":{\"content\":\"" + stamp.render() + "\"}}")).contains(stamp);
    assertThat(Stamp.find("{\"choices\":[]}")).isEmpty();
    assertThat(Stamp.find("#1@;")).isEmpty();
  }
}

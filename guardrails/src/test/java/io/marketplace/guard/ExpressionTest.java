package io.marketplace.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.guard.Detector;
import io.marketplace.model.problem.MarketplaceException;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No expression may cost more than it says, and none may be taken for something else. */
class ExpressionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[a",
        "a{2,1}",
        "a{3",
        "*",
        "a*",
        "(a|)",
        "\\bword",
        "^a",
        "a$",
        "(?:a)",
        "(?=a)b",
        "(?<n>a)",
        "\\1",
        "((((a{100}){100}){100}){100}){100}",
        "(a|b){0,50}a(a|b){60}",
        "a{1000000}",
        "[\\d"
      })
  void refused(String expression) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(() -> Expression.shape("rules[0].values", expression))
                .isInstanceOfSatisfying(
                    MarketplaceException.class,
                    refused -> assertThat(refused.field()).contains("rules[0].values")));
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackEnds() {
    String deep = "(".repeat(200) + "a" + ")".repeat(200);

    assertThatThrownBy(() -> Expression.shape("v", deep)).isInstanceOf(MarketplaceException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(a+)+b", "(a|a)*b", "(.*)(.*)(.*)z", "([a-z]+)*9"})
  void whatHangsOtherEnginesIsReadInNoTime(String expression) {
    String text = "a".repeat(50_000) + "!";

    String read =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> Rules.redacted(Detector.PATTERN, text, expression));

    assertThat(read).isEqualTo(text);
  }

  @Test
  void aMatchIsReadForItsSpan() {
    String read = Rules.redacted(Detector.PATTERN, "x".repeat(600), "x+");

    assertThat(read).isEqualTo("[redacted:pattern]".repeat(3));
  }
}

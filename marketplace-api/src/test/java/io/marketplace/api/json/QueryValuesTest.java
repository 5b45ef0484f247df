package io.marketplace.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QueryValuesTest {

  @Test
  void blankValuesDoNotCount() {
    assertThat(QueryValues.text(null)).isEmpty();
    assertThat(QueryValues.text(" ")).isEmpty();
    assertThat(QueryValues.text(" a ")).contains("a");
    assertThat(QueryValues.flag("f", null)).isFalse();
    assertThat(QueryValues.number("n", "")).isEmpty();
  }

  @Test
  void severalValuesAreRepeatedOrPartedByCommas() {
    assertThat(QueryValues.several(List.of("a,b", "c", "", "a"), v -> v.toUpperCase(Locale.ROOT)))
        .containsExactly("A", "B", "C");
  }

  @Test
  void otherValuesAreRefused() {
    assertThatThrownBy(() -> QueryValues.flag("f", "perhaps"))
        .isInstanceOf(MarketplaceException.class);
    assertThatThrownBy(() -> QueryValues.number("n", "-1"))
        .isInstanceOf(MarketplaceException.class);
    assertThatThrownBy(() -> QueryValues.number("n", "9999999999"))
        .isInstanceOf(MarketplaceException.class);
    assertThatThrownBy(() -> QueryValues.time("t", "tomorrow"))
        .isInstanceOf(MarketplaceException.class);
  }
}

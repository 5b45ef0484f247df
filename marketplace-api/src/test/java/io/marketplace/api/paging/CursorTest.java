package io.marketplace.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void aCursorLeadsBackToItsPlace() {
    assertThat(Cursor.read(Cursor.write(150, "/v1/keys{}"), "/v1/keys{}")).isEqualTo(150);
  }

  @Test
  void aCursorIsGoodForItsOwnListAlone() {
    String cursor = Cursor.write(150, "/v1/keys{}");
    assertThatThrownBy(() -> Cursor.read(cursor, "/v1/grants{}"))
        .isInstanceOf(MarketplaceException.class)
        .hasMessageContaining("cursor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "AAAA", "AQAAAAAAAAAA", "not a cursor", "\u00e9", "' or 1=1 --"})
  void whatWasNotGivenOutIsRefused(String cursor) {
    assertThatThrownBy(() -> Cursor.read(cursor, "/v1/keys{}"))
        .isInstanceOf(MarketplaceException.class);
  }

  @Test
  void theFiltersNameTheListButTheirOrderAndThePageDoNot() {
    String name = ListName.of("/v1/keys", Map.of("state", List.of("active")));
    assertThat(name)
        .isEqualTo(
            ListName.of(
                "/v1/keys",
                Map.of("limit", List.of("5"), "state", List.of("active"), "cursor", List.of("x"))))
        .isNotEqualTo(ListName.of("/v1/keys", Map.of()));
  }
}

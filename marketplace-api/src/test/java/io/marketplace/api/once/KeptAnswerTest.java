package io.marketplace.api.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptAnswerTest {

  @Test
  void aSecretIsNotKept() {
    KeptAnswer kept = KeptAnswer.of(Map.of("id", "k1", "secret", "mk_live_x"));
    assertThat(kept.text()).doesNotContain("mk_live_x").contains("k1");
    assertThat(kept.hidSecret()).isTrue();
    assertThat(kept.id()).isEqualTo("k1");
  }

  @Test
  void everythingElseIs() {
    KeptAnswer kept = KeptAnswer.of(Map.of("id", "a1"));
    assertThat(kept.text()).isEqualTo("{\"id\":\"a1\"}");
    assertThat(kept.hidSecret()).isFalse();
    assertThat(KeptAnswer.of(null).text()).isEqualTo("{}");
  }

  @Test
  void methodPathAndBodyTellRequestsApart() {
    byte[] one = RequestHash.of("POST", "/v1/a", bytes("x"));
    assertThat(RequestHash.of("POST", "/v1/a", bytes("x"))).isEqualTo(one);
    assertThat(RequestHash.of("PUT", "/v1/a", bytes("x"))).isNotEqualTo(one);
    assertThat(RequestHash.of("POST", "/v1/b", bytes("x"))).isNotEqualTo(one);
    assertThat(RequestHash.of("POST", "/v1/a", bytes("y"))).isNotEqualTo(one);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

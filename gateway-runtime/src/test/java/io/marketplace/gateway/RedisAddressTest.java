package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.snapshot.Documents;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where shared limits are told to stand. */
class RedisAddressTest {

  private static GatewayConfig config(String redis) {
    Map<String, String> env = new HashMap<>();
    env.put("MARKETPLACE_KEY_PEPPER", Documents.ZEROS);
    env.put("MARKETPLACE_MASTER_KEY", Documents.ZEROS);
    env.put("MARKETPLACE_REDIS_URL", redis);
    return GatewayConfig.of(env);
  }

  @Test
  void noneIsFine() {
    assertThat(config(" ").redis()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis://cache:6379", "rediss://:secret@cache.example:6380/2"})
  void anAddressIsTaken(String address) {
    assertThat(config(address).redis()).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cache:6379", "http://cache", "redis://", "redis://:s3cret@bad host"})
  void anythingElseStopsTheStartWithoutTellingASecret(String address) {
    assertThatThrownBy(() -> config(address))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MARKETPLACE_REDIS_URL")
        .hasMessageNotContaining("s3cret");
  }
}

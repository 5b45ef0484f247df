package io.marketplace.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.policy.StalenessLimits;
import io.marketplace.gateway.quota.CompletionCap;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.policy.Sensitivity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayConfigTest {

  @Test
  void defaults() {
    GatewayConfig config = GatewayConfig.of(env(Map.of()));

    assertThat(config.replica()).isEqualTo("gateway-1");
    assertThat(config.url()).isEqualTo("http://127.0.0.1:9090");
    assertThat(config.portalUrl()).isEqualTo("http://127.0.0.1:9080");
    assertThat(config.state()).isEqualTo(Path.of(".marketplace/gateway-1"));
    assertThat(config.maxBody()).isEqualTo(8_388_608);
    assertThat(config.maxTokens()).isEqualTo(CompletionCap.DEFAULT);
    assertThat(config.journalFloor()).isEqualTo(268_435_456);
    assertThat(config.staleness()).isEqualTo(StalenessLimits.DEFAULT);
    assertThat(config.staleness().of(Sensitivity.RESTRICTED)).isEqualTo(Duration.ofHours(1));
    assertThat(config.staleness().of(Sensitivity.PUBLIC)).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void readsWhatIsSet() {
    GatewayConfig config =
        GatewayConfig.of(
            env(
                Map.of(
                    "MARKETPLACE_REPLICA",
                    "gateway-3",
                    "PORTAL_URL",
                    "https://portal.example/",
                    "MARKETPLACE_GATEWAY_STATE",
                    "/state",
                    "MARKETPLACE_GATEWAY_MAX_BODY",
                    "1024",
                    "MARKETPLACE_GATEWAY_MAX_STALE_SECONDS_INTERNAL",
                    "60",
                    "MARKETPLACE_GATEWAY_WAR",
                    "/opt/gateway.war")));

    assertThat(config.replica()).isEqualTo("gateway-3");
    assertThat(config.portalUrl()).isEqualTo("https://portal.example");
    assertThat(config.state()).isEqualTo(Path.of("/state"));
    assertThat(config.maxBody()).isEqualTo(1024);
    assertThat(config.staleness().of(Sensitivity.INTERNAL)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aMistypedSettingFailsTheStart() {
    assertThatThrownBy(() -> GatewayConfig.of(env(Map.of("MARKETPLACE_GATEWAY_MAX_BODDY", "9"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("MARKETPLACE_GATEWAY_MAX_BODDY is no setting of the gateway.")
        .hasMessageContaining("MARKETPLACE_GATEWAY_MAX_BODY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1073741825"})
  void aBodyLimitOutOfRangeFailsTheStart(String value) {
    assertThatThrownBy(() -> GatewayConfig.of(env(Map.of("MARKETPLACE_GATEWAY_MAX_BODY", value))))
        .hasMessageContaining("MARKETPLACE_GATEWAY_MAX_BODY");
  }

  @ParameterizedTest
  @CsvSource({
    "MARKETPLACE_GATEWAY_MAX_BODY, much",
    "MARKETPLACE_GATEWAY_MAX_STALE_SECONDS_PUBLIC, 1h"
  })
  void whatIsNoNumberFailsTheStart(String name, String value) {
    assertThatThrownBy(() -> GatewayConfig.of(env(Map.of(name, value))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MARKETPLACE_KEY_PEPPER", "MARKETPLACE_MASTER_KEY"})
  void aMissingSecretIsNamedAndSecretsAreNotShown(String name) {
    assertThatThrownBy(() -> GatewayConfig.of(env(Map.of(name, " "))))
        .hasMessage(name + " is not set");
    assertThat(GatewayConfig.of(env(Map.of())).toString()).doesNotContain(Documents.ZEROS);
  }

  private static Map<String, String> env(Map<String, String> more) {
    Map<String, String> env = new HashMap<>();
    env.put("MARKETPLACE_KEY_PEPPER", Documents.ZEROS);
    env.put("MARKETPLACE_MASTER_KEY", Documents.ZEROS);
    env.putAll(more);
    return env;
  }
}

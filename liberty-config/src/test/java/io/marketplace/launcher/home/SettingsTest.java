package io.marketplace.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.launcher.part.LaunchFailure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Path ROOT = Path.of("/checkout");
  private static final Path HOME = Path.of("/checkout/.marketplace");

  @Test
  void usualPlacesAndPorts() {
    Settings settings = Settings.of(ROOT, HOME, Map.of());

    assertThat(settings.ports()).isEqualTo(new Settings.PortSettings(9080, 9090, 8180, 5544, 8300));
    assertThat(settings.runtimes()).isEqualTo(HOME.resolve("runtimes"));
    assertThat(settings.issuer()).isEqualTo("http://127.0.0.1:8180/realms/marketplace");
  }

  @Test
  void eachPortCanBeMoved() {
    Settings settings =
        Settings.of(
            ROOT,
            HOME,
            Map.of(
                "PORTAL_PORT",
                "1",
                "GATEWAY_PORT",
                "2",
                "KEYCLOAK_PORT",
                "3",
                "POSTGRES_PORT",
                "4",
                "MODELS_PORT",
                "5"));

    assertThat(settings.ports()).isEqualTo(new Settings.PortSettings(1, 2, 3, 4, 5));
  }

  @Test
  void refusesWhatIsNoPort() {
    assertThatThrownBy(() -> Settings.of(ROOT, HOME, Map.of("PORTAL_PORT", "http")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("PORTAL_PORT");
    assertThatThrownBy(() -> Settings.of(ROOT, HOME, Map.of("POSTGRES_PORT", "70000")))
        .hasMessageContaining("POSTGRES_PORT");
  }
}

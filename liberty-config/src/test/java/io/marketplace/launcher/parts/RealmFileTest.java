package io.marketplace.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmFileTest {

  @TempDir private Path home;

  @Test
  void carriesThisInstallationsAddressAndSecrets() throws IOException {
    Settings settings = Settings.of(Path.of(".."), home, Map.of("PORTAL_PORT", "9999"));
    Secrets secrets = new Secrets(home.resolve("secrets"));

    String realm =
        RealmFile.render(
            Files.readString(Path.of("src/main/keycloak/marketplace-realm.json")),
            settings,
            secrets);

    assertThat(realm)
        .contains("http://127.0.0.1:9999/callback", secrets.password("oidc-portal"))
        .doesNotContainPattern("@[A-Z_]+@");
  }

  @Test
  void nobodySignsInWithAPasswordBesideTheBrowser() throws IOException {
    String realm = Files.readString(Path.of("src/main/keycloak/marketplace-realm.json"));

    assertThat(realm).doesNotContain("\"directAccessGrantsEnabled\": true");
    assertThat(realm).contains("\"bruteForceProtected\": true");
  }

  /**
   * The container's client sends no proof key (decision 0012), so a code goes to one address only.
   */
  @Test
  void codesGoToThePortalsCallbackAlone() throws IOException {
    String realm = Files.readString(Path.of("src/main/keycloak/marketplace-realm.json"));

    assertThat(realm).doesNotContainPattern("URL(_LOCALHOST)?@/\\*");
    assertThat(realm).contains("@PORTAL_URL@/signed-out##@PORTAL_URL_LOCALHOST@/signed-out");
  }
}

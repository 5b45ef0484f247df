package io.marketplace.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.launcher.home.DatabaseAddress;
import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.part.PartGraph;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssemblyTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir private Path home;

  @Test
  void everyPartComesAfterWhatItNeeds() {
    List<String> names = names(order(Map.of(), Optional.empty(), List.of(9090)));

    assertThat(names).containsSubsequence("postgres-program", "postgres", "migrate", "gateway");
    assertThat(names).containsSubsequence("migrate", "built-in-models", "seed");
    assertThat(names).containsSubsequence("postgres", "keycloak");
    assertThat(names).containsSubsequence("migrate", "portal");
    assertThat(names).contains("built-in-models", "chat-smollm2", "chat-gemma3");
  }

  @Test
  void furtherGatewaysHaveNamesOfTheirOwn() {
    assertThat(names(order(Map.of(), Optional.empty(), List.of(9090, 9091, 9092))))
        .contains("gateway", "gateway-2", "gateway-3");
  }

  @Test
  void partsOfTheUsersOwnReplaceTheEmbeddedOnes() {
    DatabaseAddress own = DatabaseAddress.parse("postgresql://ada:pw@db.example.com/models");

    List<String> names =
        names(
            order(
                Map.of("OIDC_ISSUER", "https://id.example.com/realms/models"),
                Optional.of(own),
                List.of(9090)));

    assertThat(names)
        .doesNotContain("postgres", "keycloak", "keycloak-database")
        .contains("migrate");
  }

  @Test
  void embeddedKeycloakGetsADatabaseBesideTheUsersOwn() {
    DatabaseAddress own = DatabaseAddress.parse("postgresql://ada:pw@db.example.com/models");

    assertThat(names(order(Map.of(), Optional.of(own), List.of(9090))))
        .containsSubsequence("build", "keycloak-database", "keycloak");
  }

  @Test
  void onlyKeepsWhatTheNamedPartsNeed() {
    List<Part> all = parts(Map.of(), Optional.empty(), List.of(9090));

    assertThat(names(Assembly.only(all, List.of("migrate"))))
        .containsExactlyInAnyOrder("build", "postgres-program", "postgres", "migrate");
    assertThatThrownBy(() -> Assembly.only(all, List.of("databse")))
        .isInstanceOf(LaunchFailure.class)
        .hasMessageContaining("postgres");
  }

  private List<Part> order(
      Map<String, String> environment, Optional<DatabaseAddress> own, List<Integer> gateways) {
    return new PartGraph(parts(environment, own, gateways), (part, state, millis, detail) -> {})
        .order();
  }

  private List<Part> parts(
      Map<String, String> environment, Optional<DatabaseAddress> own, List<Integer> gateways) {
    Settings settings = Settings.of(ROOT, home, new HashMap<>(environment));
    return new Assembly(settings, new Secrets(home.resolve("secrets")), own)
        .parts(Build.MODULES, gateways);
  }

  private static List<String> names(List<Part> parts) {
    return parts.stream().map(Part::name).toList();
  }
}

package io.marketplace.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code compose.yaml}: it parses, its services exist that others wait for, and no secret stands in
 * it.
 */
class ComposeFileTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void servicesNameEachOtherAndTheirDockerfiles() throws IOException {
    Map<String, Map<String, Object>> services = services();

    assertThat(services).containsOnlyKeys("postgres", "migrate", "keycloak", "portal", "gateway");
    services.forEach(
        (name, service) -> {
          assertThat(service.containsKey("image") || service.containsKey("build"))
              .as(name)
              .isTrue();
          if (service.get("build") instanceof Map<?, ?> build) {
            assertThat(ROOT.resolve(String.valueOf(build.get("dockerfile")))).exists();
          }
          if (service.get("depends_on") instanceof Map<?, ?> before) {
            assertThat(services.keySet())
                .as(name)
                .containsAll(before.keySet().stream().map(String::valueOf).toList());
          }
        });
  }

  @Test
  void imagesAreOfTheVersionsThatUpStarts() throws IOException {
    Map<String, Map<String, Object>> services = services();

    assertThat(image(services, "keycloak"))
        .isEqualTo("keycloak/keycloak:" + KeycloakProgram.VERSION);
    assertThat(image(services, "postgres"))
        .matches(
            "pgvector/pgvector:[0-9]+[.][0-9]+[.][0-9]+-pg"
                + PostgresProgram.VERSION.substring(0, PostgresProgram.VERSION.indexOf('.')));
    for (String server : List.of("portal", "gateway")) {
      assertThat(
              Files.readString(
                  ROOT.resolve("liberty-config/src/main/docker/" + server + ".Dockerfile")))
          .contains("LIBERTY_IMAGE=open-liberty:" + LibertyProgram.VERSION + "-");
    }
  }

  @Test
  void everyVariableIsClosedAndEveryVolumeDeclared() throws IOException {
    String text = Files.readString(ROOT.resolve("compose.yaml"));
    assertThat(text.replaceAll("\\$\\{[A-Z_]+(:[?-][^}]*)?}", "")).doesNotContain("${");

    Map<String, Object> compose = new Yaml().load(text);
    Set<?> declared =
        compose.get("volumes") instanceof Map<?, ?> volumes ? volumes.keySet() : Set.of();
    services()
        .forEach(
            (name, service) -> {
              if (service.get("volumes") instanceof List<?> mounted) {
                mounted.stream()
                    .map(volume -> String.valueOf(volume).split(":", 2)[0])
                    .filter(volume -> !volume.startsWith("."))
                    .forEach(volume -> assertThat(declared.contains(volume)).as(volume).isTrue());
              }
            });
  }

  @Test
  void everySecretComesFromOutside() throws IOException {
    services()
        .forEach(
            (name, service) -> {
              if (service.get("environment") instanceof Map<?, ?> environment) {
                environment.forEach(
                    (variable, value) -> {
                      if (String.valueOf(variable).matches(".*(PASSWORD|SECRET|KEY|PEPPER)")) {
                        assertThat(String.valueOf(value))
                            .as(name + " " + variable)
                            .startsWith("${");
                      }
                    });
              }
            });
  }

  private static String image(Map<String, Map<String, Object>> services, String service) {
    return String.valueOf(services.getOrDefault(service, Map.of()).get("image"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() throws IOException {
    Map<String, Object> compose = new Yaml().load(Files.readString(ROOT.resolve("compose.yaml")));
    return (Map<String, Map<String, Object>>) compose.getOrDefault("services", Map.of());
  }
}

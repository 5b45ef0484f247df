package io.marketplace.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> services() throws IOException {
    Map<String, Object> compose = new Yaml().load(Files.readString(ROOT.resolve("compose.yaml")));
    return (Map<String, Map<String, Object>>) compose.getOrDefault("services", Map.of());
  }
}

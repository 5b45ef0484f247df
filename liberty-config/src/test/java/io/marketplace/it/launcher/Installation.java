package io.marketplace.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.Command;
import io.marketplace.it.control.Command.Said;
import io.marketplace.it.control.Started;
import io.marketplace.launcher.home.EnvFile;
import io.marketplace.launcher.process.Ports;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A marketplace of its own for a test: commands run as a person would type them. */
final class Installation implements AutoCloseable {
  private static final List<String> PORTS =
      List.of("PORTAL_PORT", "KEYCLOAK_PORT", "POSTGRES_PORT", "GATEWAY_PORT", "MODELS_PORT");

  private final Path home;
  private final Map<String, String> variables = new HashMap<>();

  /** A state folder and ports from {@code port} on. */
  Installation(Path home, int port) {
    this.home = home;
    int next = port;
    for (String name : PORTS) {
      next = Ports.firstFree(next);
      variables.put(name, Integer.toString(next));
      next += 10;
    }
    variables.put("MARKETPLACE_HOME", home.toString());
    variables.put("MARKETPLACE_RUNTIMES", Started.variable("MARKETPLACE_RUNTIMES"));
    variables.put("DATABASE_URL", "");
    variables.put("OIDC_ISSUER", "");
  }

  void set(String name, String value) {
    variables.put(name, value);
  }

  int port(String variable) {
    return Integer.parseInt(variables.getOrDefault(variable, "0"));
  }

  Path home() {
    return home;
  }

  /** Runs a command to its end. */
  Said run(String... words) {
    return Command.run(variables, words);
  }

  /** Runs a command that must do what it is told. */
  String done(String... words) {
    Said said = run(words);
    assertThat(said.exit()).as(said.text()).isZero();
    return said.text();
  }

  JsonPath status() {
    return JsonPath.from(run("status", "--json").text());
  }

  /** What the env file tells clients. */
  Map<String, String> environment() {
    return new EnvFile(home.resolve("env")).read();
  }

  @Override
  public void close() {
    run("down");
  }
}

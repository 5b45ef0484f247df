package io.marketplace.launcher.home;

import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.process.ProcessSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where things are and which ports they use, as the environment says.
 *
 * @param root the checkout
 * @param home the state folder ({@code MARKETPLACE_HOME})
 * @param runtimes where unpacked servers live ({@code MARKETPLACE_RUNTIMES}); they survive {@code
 *     down --wipe}
 * @param environment the launcher's own environment
 */
public record Settings(
    Path root, Path home, Path runtimes, PortSettings ports, Map<String, String> environment) {

  /** The ports of the parts on loopback. */
  public record PortSettings(int portal, int gateway, int keycloak, int postgres, int models) {}

  /** Reads the settings from an environment. */
  public static Settings of(Path root, Path home, Map<String, String> environment) {
    Path runtimes =
        Optional.ofNullable(environment.get("MARKETPLACE_RUNTIMES"))
            .filter(text -> !text.isBlank())
            .map(Path::of)
            .orElse(home.resolve("runtimes"))
            .toAbsolutePath();
    PortSettings ports =
        new PortSettings(
            port(environment, "PORTAL_PORT", 9080),
            port(environment, "GATEWAY_PORT", 9090),
            port(environment, "KEYCLOAK_PORT", 8180),
            port(environment, "POSTGRES_PORT", 5544),
            port(environment, "MODELS_PORT", 8300));
    return new Settings(root, home, runtimes, ports, Map.copyOf(environment));
  }

  /** A variable that was set to something; empty otherwise. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  /** The folder of logs. */
  public Path logs() {
    return home.resolve("logs");
  }

  /** The folder of what runs now. */
  public Path run() {
    return home.resolve("run");
  }

  /** Where services leave their traces. */
  public ProcessSpec.Places places() {
    return new ProcessSpec.Places(logs(), run(), sources().resolve("launcher/supervise.sh"));
  }

  /** Configuration files of the servers in the checkout. */
  public Path sources() {
    return root.resolve("liberty-config/src/main");
  }

  /** The JDK that runs the launcher and the servers. */
  public Path jdk() {
    return Path.of(System.getProperty("java.home"));
  }

  /** The {@code java} program of {@link #jdk}. */
  public String java() {
    return jdk().resolve("bin/java").toString();
  }

  /** Where browsers find the portal. */
  public String portalUrl() {
    return "http://127.0.0.1:" + ports.portal();
  }

  /** Where applications find the first gateway. */
  public String gatewayUrl() {
    return "http://127.0.0.1:" + ports.gateway();
  }

  /** The embedded Keycloak. */
  public String keycloakUrl() {
    return "http://127.0.0.1:" + ports.keycloak();
  }

  /** The OpenID Connect issuer: the user's own ({@code OIDC_ISSUER}) or the embedded realm. */
  public String issuer() {
    return variable("OIDC_ISSUER").orElse(keycloakUrl() + "/realms/marketplace");
  }

  private static int port(Map<String, String> environment, String name, int usual) {
    String text = environment.getOrDefault(name, "");
    if (text.isBlank()) {
      return usual;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw notAPort(name, text);
    }
    throw notAPort(name, text);
  }

  private static LaunchFailure notAPort(String name, String text) {
    return new LaunchFailure(
        "%s is \"%s\", which is no port. Set it to a number from 1 to 65535."
            .formatted(name, text));
  }
}

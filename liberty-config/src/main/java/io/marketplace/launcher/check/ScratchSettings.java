package io.marketplace.launcher.check;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.process.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Settings of a marketplace that exists for one test run: a state folder and ports of its own, the
 * shared programs.
 */
final class ScratchSettings {
  /** Where free ports are looked for, away from the usual ones. */
  private static final int FROM = 21_000;

  private static final List<String> PORTS =
      List.of("PORTAL_PORT", "KEYCLOAK_PORT", "POSTGRES_PORT", "GATEWAY_PORT", "MODELS_PORT");

  private ScratchSettings() {}

  static Settings of(Settings settings, String name) {
    Map<String, String> environment = new HashMap<>(settings.environment());
    for (String own :
        List.of(
            "DATABASE_URL",
            "OIDC_ISSUER",
            "UPSTREAM_BASE_URL",
            "UPSTREAM_API_KEY",
            "UPSTREAM_MODEL",
            "MARKETPLACE_REDIS_URL")) {
      environment.remove(own);
    }
    environment.put("MARKETPLACE_RUNTIMES", settings.runtimes().toString());
    int port = FROM;
    for (String variable : PORTS) {
      port = Ports.firstFree(port);
      environment.put(variable, Integer.toString(port));
      // Further gateways and model servers take the ports that follow the first.
      port += 10;
    }
    Path home = settings.home().resolve("test").resolve(name);
    return Settings.of(settings.root(), home, environment);
  }
}

package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.process.Http;
import java.util.Set;

/** The two kinds of Liberty servers, and what makes each of them ready. */
final class Servers {
  private final Settings settings;
  private final ServerProgram program;
  private final ServerEnvironment environment;

  Servers(Settings settings, ServerProgram program, ServerEnvironment environment) {
    this.settings = settings;
    this.program = program;
    this.environment = environment;
  }

  Part portal() {
    String portal = settings.portalUrl();
    return new LibertyServer(
        settings,
        program,
        new LibertyRole(
            "portal",
            "portal",
            settings.ports().portal(),
            "PORTAL_PORT",
            Set.of(program.name(), "migrate"),
            environment::portal,
            () ->
                Http.status(portal + "/health/ready") == 200
                    && answers(portal + "/")
                    && answers(portal + "/api/v1/tiers")));
  }

  Part gateway(String name, int port) {
    String url = "http://127.0.0.1:" + port;
    return new LibertyServer(
        settings,
        program,
        new LibertyRole(
            name,
            "gateway",
            port,
            "GATEWAY_PORT",
            Set.of(program.name(), "migrate"),
            () -> environment.gateway(name),
            () ->
                Http.status(url + "/health/ready") == 200
                    && Http.status(url + "/v1/models") == 401));
  }

  /** Whether an application answers at all, be it with a redirect to the sign-in. */
  private static boolean answers(String url) {
    int status = Http.status(url);
    return status >= 200 && status < 500 && status != 404;
  }
}

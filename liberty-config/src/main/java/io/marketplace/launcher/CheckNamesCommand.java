package io.marketplace.launcher;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.parts.NameCheck;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * {@code check-names}: builds the check of model names and hands over to it. While the marketplace
 * runs here, its catalogue is asked for the names.
 */
final class CheckNamesCommand {
  private static final int CONNECT_MILLIS = 500;

  private final Settings settings;

  CheckNamesCommand(Settings settings) {
    this.settings = settings;
  }

  /** Runs the check and returns its exit code; 2 also if it could not be built. */
  int run(List<String> arguments) throws InterruptedException {
    try {
      NameCheck check = new NameCheck(settings);
      check.build();
      // Paths are meant from where the user stands.
      return check.run(arguments, Path.of("").toAbsolutePath(), catalogue());
    } catch (LaunchFailure e) {
      System.err.println("marketplace: " + e.sentence());
      return Launcher.NOT_UNDERSTOOD;
    }
  }

  /** Where the running marketplace tells its names, and as whom to ask; empty if none runs. */
  private Map<String, String> catalogue() {
    Map<String, String> running = Marketplace.envFile(settings).read();
    String portal = running.getOrDefault("PORTAL_URL", "");
    String client = running.getOrDefault("DEVELOPER_CLIENT_ID", "");
    if (portal.isEmpty() || client.isEmpty() || !answers(URI.create(portal))) {
      return Map.of();
    }
    return Map.of(
        "MODEL_NAMES_URL",
        portal + "/api/v1/model-names",
        "MODEL_NAMES_TOKEN_URL",
        running.getOrDefault("KEYCLOAK_URL", "")
            + "/realms/"
            + running.getOrDefault("KEYCLOAK_REALM", "")
            + "/protocol/openid-connect/token",
        "MODEL_NAMES_CLIENT_ID",
        client,
        "MODEL_NAMES_CLIENT_SECRET",
        running.getOrDefault("DEVELOPER_CLIENT_SECRET", ""));
  }

  private static boolean answers(URI address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

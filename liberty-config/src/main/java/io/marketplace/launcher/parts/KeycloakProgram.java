package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.process.Logs;
import io.marketplace.launcher.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Keycloak's distribution, unpacked and built once for Postgres. */
final class KeycloakProgram {
  static final String VERSION = "26.7.3";

  private KeycloakProgram() {}

  static ServerProgram of(Settings settings, Maven maven) {
    return new ServerProgram(
        settings, "keycloak", VERSION, (folder, log) -> make(settings, maven, folder, log));
  }

  /** Keycloak's own folder inside the runtime's. */
  static Path home(ServerProgram runtime) {
    return runtime.folder().resolve("keycloak-" + VERSION);
  }

  private static boolean make(Settings settings, Maven maven, Path folder, Path log)
      throws IOException, InterruptedException {
    Path zip = maven.fetch("org.keycloak", "keycloak-quarkus-dist", VERSION, folder, log);
    Unpack.zip(zip, folder, entry -> !entry.endsWith(".bat"));
    Files.delete(zip);
    int exit =
        Tool.run(
            List.of(
                folder.resolve("keycloak-" + VERSION + "/bin/kc.sh").toString(),
                "build",
                "--db=postgres",
                "--cache=local",
                "--health-enabled=true",
                // One port is enough on loopback: health answers on the main one.
                "--http-management-health-enabled=false"),
            Map.of("JAVA_HOME", settings.jdk().toString(), "JAVA_OPTS_KC_HEAP", "-Xmx512m"),
            folder,
            log);
    if (exit != 0) {
      throw new LaunchFailure(
          "Keycloak's own build step failed.%s Its log says why; mend that and run ./marketplace up again."
              .formatted(Logs.knownTrouble(log)),
          log);
    }
    return true;
  }
}

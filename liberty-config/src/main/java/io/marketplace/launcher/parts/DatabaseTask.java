package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.process.Logs;
import io.marketplace.launcher.process.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A main class of the module {@code db} that prepares the database and ends: the migrations, the
 * demo's seed.
 */
final class DatabaseTask implements Part {
  private final Settings settings;
  private final String name;
  private final String mainClass;
  private final Set<String> needs;
  private final Supplier<Map<String, String>> environment;

  DatabaseTask(
      Settings settings,
      String name,
      String mainClass,
      Set<String> needs,
      Supplier<Map<String, String>> environment) {
    this.settings = settings;
    this.name = name;
    this.mainClass = mainClass;
    this.needs = Set.copyOf(needs);
    this.environment = environment;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> needs() {
    return needs;
  }

  @Override
  public String start() throws InterruptedException {
    try {
      Path log = Logs.fresh(settings.logs(), name);
      Path jar = Build.requireArchive(settings, "db");
      String classPath =
          jar + File.pathSeparator + jar.resolveSibling("lib") + File.separator + "*";
      int exit =
          Tool.run(
              List.of(
                  settings.java(),
                  "-Xmx192m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  classPath,
                  mainClass),
              environment.get(),
              settings.root(),
              log);
      if (exit != 0) {
        throw new LaunchFailure(
            "%s failed (exit code %d).%s Its log says why; mend that and run ./marketplace up again."
                .formatted(name, exit, Logs.knownTrouble(log)),
            log);
      }
      return withoutSecrets(log).reduce("", (first, last) -> last);
    } catch (IOException e) {
      throw new LaunchFailure(
          "The log folder %s cannot be written: %s. Free some disk space or mend its rights."
              .formatted(settings.logs(), e.getMessage()),
          e);
    }
  }

  /**
   * Takes assignments of secrets, which the seed prints for scripts, out of the log; returns what
   * remains.
   */
  private static Stream<String> withoutSecrets(Path log) throws IOException {
    List<String> lines =
        Files.readAllLines(log).stream()
            .filter(line -> !line.matches("[A-Z_]+_(KEY|SECRET|PASSWORD)=.*"))
            .toList();
    Files.write(log, lines);
    return lines.stream();
  }

  @Override
  public void stop() {
    // Nothing runs: the start waits for the task.
  }
}

package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.process.Logs;
import io.marketplace.launcher.process.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;

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
  private final Optional<Path> doneFile;

  /**
   * A task.
   *
   * @param doneFile where it is noted what the task was done with, so that it is not repeated with
   *     the same; empty when it runs at every start
   */
  DatabaseTask(
      Settings settings,
      String name,
      String mainClass,
      Set<String> needs,
      Supplier<Map<String, String>> environment,
      Optional<Path> doneFile) {
    this.settings = settings;
    this.name = name;
    this.mainClass = mainClass;
    this.needs = Set.copyOf(needs);
    this.environment = environment;
    this.doneFile = doneFile;
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
      Path jar = Build.requireArchive(settings, "db");
      Map<String, String> variables = environment.get();
      String input = input(jar, variables);
      if (doneFile.isPresent()
          && Files.exists(doneFile.get())
          && Files.readString(doneFile.get()).equals(input)) {
        return "done before";
      }
      Path log = Logs.fresh(settings.logs(), name);
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
              variables,
              settings.root(),
              log);
      if (exit != 0) {
        throw new LaunchFailure(
            "%s failed (exit code %d).%s Its log says why; mend that and run ./marketplace up again."
                .formatted(name, exit, Logs.knownTrouble(log)),
            log);
      }
      if (doneFile.isPresent()) {
        Files.writeString(doneFile.get(), input);
      }
      return withoutSecrets(log)
          .filter(line -> line.startsWith("migrations applied"))
          .reduce("done", (first, last) -> last);
    } catch (IOException e) {
      throw new LaunchFailure(
          "The log folder %s cannot be written: %s. Free some disk space or mend its rights."
              .formatted(settings.logs(), e.getMessage()),
          e);
    }
  }

  /** What the outcome depends on, as a checksum: nobody reads a secret out of it. */
  private static String input(Path jar, Map<String, String> variables) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(Files.readAllBytes(jar));
    sum.update(new TreeMap<>(variables).toString().getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
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

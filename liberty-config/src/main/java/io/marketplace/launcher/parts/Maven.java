package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.process.Downloads;
import io.marketplace.launcher.process.Logs;
import io.marketplace.launcher.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Maven, one run at a time: two of them at once would fill the same local repository and fight for
 * two cores.
 */
public final class Maven {
  private final Settings settings;
  private final ReentrantLock turn = new ReentrantLock();

  /** The Maven on the path, or the one that the variable {@code MVN} names. */
  public Maven(Settings settings) {
    this.settings = settings;
  }

  /**
   * Runs Maven in the checkout.
   *
   * @param purpose what for, as the object of "to ..." in the sentence of a failure
   */
  void run(List<String> arguments, String purpose, Path log) throws InterruptedException {
    turn.lockInterruptibly();
    try {
      int exit = runIn(arguments, Map.of(), log);
      if (exit != 0) {
        throw new LaunchFailure(
            "Maven failed to %s.%s Its log names the first error; mend that and run ./marketplace up again."
                .formatted(purpose, Logs.knownTrouble(log)),
            log);
      }
    } finally {
      turn.unlock();
    }
  }

  /** Runs Maven in the checkout and returns its exit code. */
  public int runIn(List<String> arguments, Map<String, String> environment, Path log)
      throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(settings.variable("MVN").orElse("mvn"));
    command.addAll(MavenLog.OPTIONS);
    command.addAll(arguments);
    Map<String, String> all = new HashMap<>(environment);
    all.put("JAVA_HOME", settings.jdk().toString());
    MavenLog lines = MavenLog.from(log);
    try {
      return Tool.run(command, all, settings.root(), log);
    } finally {
      lines.noteIn(new Downloads(settings.run()));
    }
  }

  /** Fetches one artifact into {@code folder} and returns its file. */
  Path fetch(String group, String artifact, String version, Path folder, Path log)
      throws InterruptedException, IOException {
    Files.createDirectories(folder);
    run(
        List.of(
            "-B",
            "-N",
            "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
            "-Dartifact=%s:%s:%s:zip".formatted(group, artifact, version),
            "-DoutputDirectory=" + folder,
            "-Dmdep.overWriteReleases=true"),
        "fetch " + artifact + " " + version,
        log);
    return folder.resolve(artifact + "-" + version + ".zip");
  }
}

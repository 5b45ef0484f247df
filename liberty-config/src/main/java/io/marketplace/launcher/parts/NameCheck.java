package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The check of model names, as a process of its own on this terminal. */
public final class NameCheck {
  private static final String MODULE = "model-name-check";

  private final Settings settings;

  /** The check of the checkout in {@code settings}. */
  public NameCheck(Settings settings) {
    this.settings = settings;
  }

  /** Packages it, if its sources changed. */
  public void build() throws InterruptedException {
    new Build(settings, new Maven(settings), List.of(MODULE)).start();
  }

  /** Runs it in {@code folder} and returns its exit code. */
  public int run(List<String> arguments, Path folder, Map<String, String> environment)
      throws InterruptedException {
    Path jar = Build.requireArchive(settings, MODULE);
    List<String> command =
        new ArrayList<>(
            List.of(
                settings.java(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                // Over before the second compiler's work would pay.
                "-XX:TieredStopAtLevel=1",
                // Half of a short run is the loading of classes: the first run leaves them here.
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + jar.resolveSibling(MODULE + ".jsa"),
                // An archive of an older jar is replaced; that is no line of a report.
                "-Xlog:disable",
                "-jar",
                jar.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    environment.forEach(builder.environment()::putIfAbsent);
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new LaunchFailure(
          "The check of model names could not be started: " + e.getMessage() + ".", e);
    }
  }
}

package io.marketplace.launcher;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.parts.Build;
import io.marketplace.launcher.parts.Maven;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bench}: builds the benchmarks and hands over to them; they measure the marketplace that
 * runs.
 */
final class BenchCommand {
  private final Settings settings;

  BenchCommand(Settings settings) {
    this.settings = settings;
  }

  int run(List<String> arguments) throws InterruptedException {
    new Build(settings, new Maven(settings), List.of("benchmarks", "model-name-check")).start();
    Path target = settings.root().resolve("benchmarks/target");
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            settings.java(),
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*",
            "io.marketplace.bench.Bench"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(settings.root().toFile()).inheritIO();
    builder.environment().put("MARKETPLACE_HOME", settings.home().toString());
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new LaunchFailure("The benchmarks could not be started: " + e.getMessage() + ".", e);
    }
  }
}

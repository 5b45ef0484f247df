package io.marketplace.launcher.check;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Maven's runs of a test, on the terminal rather than in a log, because their words are what a
 * developer waits for.
 */
final class MavenChecks {
  private final Settings settings;

  MavenChecks(Settings settings) {
    this.settings = settings;
  }

  boolean run(List<String> arguments, Map<String, String> environment) throws InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(settings.variable("MVN").orElse("mvn"));
    command.add("-B");
    command.add("--no-transfer-progress");
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(settings.root().toFile()).inheritIO();
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", settings.jdk().toString());
    try {
      return builder.start().waitFor() == 0;
    } catch (IOException e) {
      throw new LaunchFailure("Maven was not found. Install it and try again.", e);
    }
  }
}

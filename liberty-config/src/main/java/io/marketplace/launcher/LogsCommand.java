package io.marketplace.launcher;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code logs}: names the log files, or prints one. */
final class LogsCommand {
  private final Settings settings;

  LogsCommand(Settings settings) {
    this.settings = settings;
  }

  int run(Options options) {
    try {
      List<Path> logs = files();
      if (options.words().isEmpty()) {
        logs.forEach(System.out::println);
        return Launcher.DONE;
      }
      String wanted = options.words().getFirst() + ".log";
      for (Path log : logs) {
        if (log.getFileName().toString().equals(wanted)) {
          Files.copy(log, System.out);
          return Launcher.DONE;
        }
      }
      throw new LaunchFailure(
          "There is no log of \"%s\". ./marketplace logs names those that exist."
              .formatted(options.words().getFirst()));
    } catch (IOException e) {
      throw new LaunchFailure(
          "The logs below %s cannot be read: %s.".formatted(settings.logs(), e.getMessage()), e);
    }
  }

  private List<Path> files() throws IOException {
    if (!Files.isDirectory(settings.logs())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(settings.logs())) {
      return files.filter(file -> file.toString().endsWith(".log")).sorted().toList();
    }
  }
}

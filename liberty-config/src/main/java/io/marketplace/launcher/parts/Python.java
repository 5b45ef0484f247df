package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.process.Downloads;
import io.marketplace.launcher.process.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Python with pip that fetches Postgres' binaries and runs the demo chat models. */
final class Python {
  private Python() {}

  /** A Python 3.10 or newer with pip, as the chat models need it. */
  static Optional<String> findForModels() throws InterruptedException {
    Optional<String> python = find();
    if (python.isEmpty()) {
      return python;
    }
    String answer =
        Tool.output(
            List.of(python.get(), "-c", "import sys, venv; print(sys.version_info >= (3, 10))"));
    return answer.equals("True") ? python : Optional.empty();
  }

  /** Runs pip, whose time counts as a download's; returns its exit code. */
  static int pip(Settings settings, List<String> command, Path log)
      throws InterruptedException, IOException {
    long begin = System.currentTimeMillis();
    int exit = Tool.run(command, Map.of(), settings.root(), log);
    new Downloads(settings.run()).note(begin, System.currentTimeMillis());
    return exit;
  }

  /** Its command; empty when there is no Python 3 with pip. */
  static Optional<String> find() throws InterruptedException {
    for (String command : List.of("python3", "python")) {
      String answer = Tool.output(List.of(command, "-m", "pip", "--version"));
      if (answer.startsWith("pip ") && !answer.contains("python 2")) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }
}

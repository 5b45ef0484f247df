package io.marketplace.launcher.parts;

import io.marketplace.launcher.process.Tool;
import java.util.List;
import java.util.Optional;

/** The Python with pip that fetches Postgres' binaries and runs the demo chat models. */
final class Python {
  private Python() {}

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

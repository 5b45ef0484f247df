package io.marketplace.launcher.check;

import io.marketplace.launcher.part.LaunchFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The Chromium that drives the portal in tests: the system's. */
final class Browser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final String MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

  private Browser() {}

  /** Its program. */
  static Path require(Path log) throws InterruptedException {
    Optional<Path> found = find();
    if (found.isEmpty()) {
      SystemProgram.install("chromium", log);
      found = find();
    }
    return found.orElseThrow(
        () ->
            new LaunchFailure(
                "Chromium was not found, and the journeys through the portal need it. Install it (Debian/Ubuntu: "
                    + "apt-get install chromium; macOS: Google Chrome).",
                log));
  }

  private static Optional<Path> find() {
    return SystemProgram.find(NAMES)
        .or(() -> Optional.of(Path.of(MAC)).filter(Files::isExecutable));
  }
}

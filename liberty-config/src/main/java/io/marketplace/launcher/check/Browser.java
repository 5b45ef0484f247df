package io.marketplace.launcher.check;

import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.process.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Chromium that drives the portal in tests: the system's; root gets it installed where there is
 * apt.
 */
final class Browser {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final String MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

  private Browser() {}

  /** Its program. */
  static Path require(Path log) throws InterruptedException {
    Optional<Path> found = find();
    if (found.isPresent()) {
      return found.get();
    }
    boolean root = Tool.output(List.of("id", "-u")).equals("0");
    boolean apt = onPath("apt-get").isPresent();
    if (root && apt) {
      System.out.println("Installing chromium with apt-get ...");
      Map<String, String> quiet = Map.of("DEBIAN_FRONTEND", "noninteractive");
      Path folder = Path.of("/");
      Tool.run(List.of("apt-get", "update", "-q"), quiet, folder, log);
      Tool.run(
          List.of("apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"),
          quiet,
          folder,
          log);
    }
    return find()
        .orElseThrow(
            () ->
                new LaunchFailure(
                    "Chromium was not found, and the journeys through the portal need it. Install it (Debian/Ubuntu: "
                        + "apt-get install chromium; macOS: Google Chrome).",
                    log));
  }

  private static Optional<Path> find() {
    for (String name : NAMES) {
      Optional<Path> program = onPath(name);
      if (program.isPresent()) {
        return program;
      }
    }
    return Optional.of(Path.of(MAC)).filter(Files::isExecutable);
  }

  private static Optional<Path> onPath(String name) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      Path program = Path.of(folder.isEmpty() ? "." : folder).resolve(name);
      if (Files.isExecutable(program)) {
        return Optional.of(program);
      }
    }
    return Optional.empty();
  }
}

package io.marketplace.launcher.check;

import io.marketplace.launcher.process.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs of the system that tests need; root gets them installed where there is apt. */
final class SystemProgram {

  private SystemProgram() {}

  /** The first of {@code names} that the path has. */
  static Optional<Path> find(List<String> names) {
    return names.stream().flatMap(name -> onPath(name).stream()).findFirst();
  }

  /** Installs a package where that may be done; its services are kept from starting. */
  static void install(String aptPackage, Path log) throws InterruptedException {
    boolean root = Tool.output(List.of("id", "-u")).equals("0");
    if (!root || onPath("apt-get").isEmpty()) {
      return;
    }
    System.out.println("Installing " + aptPackage + " with apt-get ...");
    // invoke-rc.d starts no service where it takes the system for a single-user one.
    Map<String, String> quiet = Map.of("DEBIAN_FRONTEND", "noninteractive", "RUNLEVEL", "1");
    Path folder = Path.of("/");
    Tool.run(List.of("apt-get", "update", "-q"), quiet, folder, log);
    Tool.run(
        List.of("apt-get", "install", "-q", "-y", "--no-install-recommends", aptPackage),
        quiet,
        folder,
        log);
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

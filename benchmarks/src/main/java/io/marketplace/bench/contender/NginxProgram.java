package io.marketplace.bench.contender;

import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Finds nginx, or has the system's package manager install it where that may be done. */
public final class NginxProgram {

  private static final String MEND =
      "nginx is not installed; install it with the system's package manager (Debian and Ubuntu:"
          + " apt-get install nginx-light), or leave it out with --contenders mock,marketplace.";

  private NginxProgram() {}

  /**
   * The program. Debian's package is installed when nginx is missing and the user is root; its
   * service is kept from starting.
   *
   * @throws BenchFailure with the mend, if there is no nginx
   */
  public static Path find() {
    return installed().or(NginxProgram::install).orElseThrow(() -> new BenchFailure(MEND));
  }

  private static Optional<Path> installed() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(":", -1)), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "nginx"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> install() {
    Path apt = Path.of("/usr/bin/apt-get");
    if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(apt)) {
      return Optional.empty();
    }
    System.out.println("installing nginx-light with apt-get");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(apt.toString(), "install", "--yes", "--no-install-recommends", "nginx-light"));
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    // invoke-rc.d starts no service where it takes the system for a single-user one.
    builder.environment().put("RUNLEVEL", "1");
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroy();
      }
      return installed();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

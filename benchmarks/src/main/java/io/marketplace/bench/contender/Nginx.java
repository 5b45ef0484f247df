package io.marketplace.bench.contender;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marketplace.bench.drive.Target;
import io.marketplace.bench.machine.Processes;
import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** nginx as a plain reverse proxy with kept-alive connections, the reference. */
public final class Nginx implements AutoCloseable {

  private final Process process;
  private final URI base;

  private Nginx(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  /**
   * Starts {@code program} in front of {@code upstream}.
   *
   * @param folder its configuration and log stand there
   */
  public static Nginx start(Path program, URI upstream, Path folder) {
    int port = Ports.free();
    try {
      Files.createDirectories(folder);
      Path configuration = folder.resolve("nginx.conf");
      Files.writeString(configuration, configuration(port, upstream));
      Process process =
          new ProcessBuilder(
                  program.toString(),
                  "-p",
                  folder.toAbsolutePath().toString(),
                  "-c",
                  configuration.toAbsolutePath().toString(),
                  "-e",
                  "error.log")
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output.log").toFile())
              .start();
      Ports.await(port, process, Duration.ofSeconds(10), "nginx (" + folder + ")");
      return new Nginx(process, URI.create("http://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new BenchFailure("nginx does not start: " + e.getMessage(), e);
    }
  }

  static String configuration(int port, URI upstream) throws IOException {
    try (InputStream template = Nginx.class.getResourceAsStream("nginx.conf")) {
      if (template == null) {
        throw new IOException("nginx.conf is missing from the class path");
      }
      // Started by root, nginx hands its workers to another user, who may not enter the folder.
      String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
      return new String(template.readAllBytes(), UTF_8)
          .replace("@USER@", user)
          .replace("@PORT@", Integer.toString(port))
          .replace("@UPSTREAM@", upstream.getAuthority());
    }
  }

  /** The contender; its processes are the master and its workers. */
  public Contender contender(String model, Map<String, String> headers) {
    return new Contender(
        Contender.NGINX, new Target(base, model, headers), new Processes(List.of(process.pid())));
  }

  /** Ends nginx with its workers. */
  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

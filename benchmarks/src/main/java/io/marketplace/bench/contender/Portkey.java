package io.marketplace.bench.contender;

import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Portkey's open-source gateway, one Node process as it is delivered. */
public final class Portkey {

  /** The version that is fetched. */
  public static final String VERSION = "1.15.2";

  /** Newer versions of its HTTP library break its streams. */
  private static final String PACKAGE =
      """
      {"name": "bench-portkey", "version": "1.0.0", "private": true,
       "dependencies": {"@portkey-ai/gateway": "%s"},
       "overrides": {"hono": "4.9.7", "@hono/node-server": "1.13.5"}}
      """
          .formatted(VERSION);

  private Portkey() {}

  /** The program's folder; empty where it cannot be fetched. */
  public static Optional<Path> fetch(Path contenders) {
    Fetch fetch = new Fetch("portkey-" + VERSION, contenders);
    try {
      Files.createDirectories(fetch.folder());
      Files.writeString(fetch.folder().resolve("package.json"), PACKAGE);
    } catch (IOException e) {
      throw new BenchFailure("The folder " + fetch.folder() + " cannot be written.", e);
    }
    return fetch.with(List.of(List.of("npm", "install", "--no-audit", "--no-fund", "--omit=dev")));
  }

  /** Starts it; where it sends calls stands in their headers. */
  public static ProxyProcess start(Path program) {
    int port = Ports.free();
    return ProxyProcess.start(
        Contender.PORTKEY,
        port,
        List.of(
            "node",
            "node_modules/@portkey-ai/gateway/build/start-server.js",
            "--port=" + port,
            "--headless"),
        Map.of("NODE_ENV", "production", "TRUSTED_CUSTOM_HOSTS", "127.0.0.1,localhost"),
        program);
  }

  /** The run's headers and those that name the upstream. */
  public static Map<String, String> headers(Map<String, String> run, URI upstream) {
    Map<String, String> headers = new HashMap<>(run);
    headers.put("x-portkey-provider", "openai");
    headers.put("x-portkey-custom-host", upstream + "/v1");
    return headers;
  }
}

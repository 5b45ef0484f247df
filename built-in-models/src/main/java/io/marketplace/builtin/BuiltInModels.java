package io.marketplace.builtin;

import java.io.IOException;

/**
 * Starts the built-in model server on loopback and runs until the process is ended.
 *
 * <p>{@code GET /health} answers 200 once the models are loaded; the port is not open before.
 */
public final class BuiltInModels {

  private BuiltInModels() {}

  /**
   * Reads {@link Settings} from the environment; exits with 1 and one sentence if it cannot start.
   */
  public static void main(String[] arguments) {
    // Small answers on a kept connection would wait 40 ms for the peer's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // A peer that sends its request slower than this, in seconds, loses its connection.
    System.setProperty("sun.net.httpserver.maxReqTime", "60");
    try {
      Settings settings = Settings.from(System.getenv());
      settings.cacheFolder().ifPresent(at -> System.setProperty("DJL_CACHE_DIR", at.toString()));
      ModelServer server = ModelServer.start(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      System.out.println("built-in models ready on http://127.0.0.1:" + server.port());
    } catch (IOException | IllegalArgumentException failure) {
      System.err.println("built-in models did not start: " + failure.getMessage());
      System.exit(1);
    }
  }
}

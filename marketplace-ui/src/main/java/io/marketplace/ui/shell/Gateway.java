package io.marketplace.ui.shell;

import java.util.Optional;

/**
 * Where applications call; from the environment variable {@code GATEWAY_URL}, so that snippets can
 * be pasted as they are.
 */
public final class Gateway {

  private Gateway() {}

  /** The base address for OpenAI-compatible clients, with {@code /v1} at its end. */
  public static String baseUrl() {
    String url = Optional.ofNullable(System.getenv("GATEWAY_URL")).orElse("http://127.0.0.1:9090");
    return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + "/v1";
  }
}

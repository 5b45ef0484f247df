package io.marketplace.bench.drive;

import java.net.URI;
import java.util.Map;

/**
 * Where a lane sends its requests.
 *
 * @param base scheme, host and port; plain http
 * @param model what stands in the request as {@code model}
 * @param headers sent with every request, the key among them
 */
public record Target(URI base, String model, Map<String, String> headers) {

  /** Copies the headers. */
  public Target {
    headers = Map.copyOf(headers);
    if (!"http".equals(base.getScheme()) || base.getPort() < 0) {
      throw new IllegalArgumentException("http://host:port expected, not " + base);
    }
  }

  /** {@code Authorization} would give the key away. */
  @Override
  public String toString() {
    return base + " (" + model + ")";
  }
}

package io.marketplace.bench.drive;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where a lane sends its requests.
 *
 * @param base scheme, host and port; plain http
 * @param model what stands in the request as {@code model}
 * @param headers sent with every request, the key among them
 * @param keys what takes the key's place in turn on lanes of several keys
 */
public record Target(URI base, String model, Map<String, String> headers, List<String> keys) {

  /** Copies the headers and keys. */
  public Target {
    headers = Map.copyOf(headers);
    keys = List.copyOf(keys);
    if (!"http".equals(base.getScheme()) || base.getPort() < 0) {
      throw new IllegalArgumentException("http://host:port expected, not " + base);
    }
  }

  /** A target with one key. */
  public Target(URI base, String model, Map<String, String> headers) {
    this(base, model, headers, List.of());
  }

  /** The same with keys for the lanes of several. */
  public Target withKeys(List<String> all) {
    return new Target(base, model, headers, all);
  }

  /** {@code Authorization} would give the key away. */
  @Override
  public String toString() {
    return base + " (" + model + ")";
  }
}

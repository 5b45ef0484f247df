package io.marketplace.gateway.snapshot;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a pool is reached. An address without a path is an OpenAI-shaped server at its root and
 * gets the version's path ({@code http://host:8000} → {@code
 * http://host:8000/v1/chat/completions}); an address that bears a path replaces it ({@code
 * https://host/v1beta/openai} → {@code https://host/v1beta/openai/chat/completions}).
 */
public record Endpoint(URI base) {

  /** Reads an address; empty unless it is plain http or https with a host. */
  public static Optional<Endpoint> of(String address) {
    try {
      URI uri = URI.create(address.strip().replaceAll("/+$", ""));
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean usable =
          (scheme.equals("http") || scheme.equals("https"))
              && uri.getHost() != null
              && uri.getQuery() == null
              && uri.getUserInfo() == null;
      return usable ? Optional.of(new Endpoint(uri)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The address of a conventional path such as {@code /v1/chat/completions}. */
  public URI resolve(String path) {
    String own = base.getPath();
    boolean rooted = own == null || own.isEmpty();
    return URI.create(base + (rooted ? path : path.substring(path.indexOf('/', 1))));
  }

  /** The address of a path that stands beside the versioned API, such as {@code /health}. */
  public URI root(String path) {
    return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path);
  }
}

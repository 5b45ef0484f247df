package io.marketplace.gateway.snapshot;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a pool is reached. An address without a path is an OpenAI-shaped server at its root and
 * gets the version's path ({@code http://host:8000} → {@code
 * http://host:8000/v1/chat/completions}); an address that bears a path replaces it ({@code
 * https://host/v1beta/openai} → {@code https://host/v1beta/openai/chat/completions}).
 */
public final class Endpoint {
  private final URI base;

  /** What {@link #resolve} found; the gateway knows a handful of paths. */
  private final Map<String, URI> resolved = new ConcurrentHashMap<>();

  private Endpoint(URI base) {
    this.base = base;
  }

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
    URI known = resolved.get(path);
    return known == null ? resolved.computeIfAbsent(path, this::made) : known;
  }

  private URI made(String path) {
    String own = base.getPath();
    boolean rooted = own == null || own.isEmpty();
    return URI.create(base + (rooted ? path : path.substring(path.indexOf('/', 1))));
  }

  /** The address of a path that stands beside the versioned API, such as {@code /health}. */
  public URI root(String path) {
    return URI.create(base.getScheme() + "://" + base.getRawAuthority() + path);
  }

  /** The address without a path of its own request, as it was given. */
  public URI base() {
    return base;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Endpoint that && base.equals(that.base);
  }

  @Override
  public int hashCode() {
    return base.hashCode();
  }

  @Override
  public String toString() {
    return base.toString();
  }
}

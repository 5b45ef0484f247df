package io.marketplace.model.routing;

import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.Networks;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which addresses a pool may have. Whoever registers a pool makes the gateway call it: addresses of
 * the gateway's own machine and networks are refused unless the installation allows them.
 *
 * <p>{@code MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS=true} allows loopback addresses (the demo sets
 * it); {@code MARKETPLACE_UPSTREAM_NETWORKS} lists networks such as {@code 10.20.0.0/16}, parted by
 * commas, that are allowed besides the public ones. A name that does not resolve here is accepted:
 * the gateway may know it.
 */
public final class UpstreamRules {

  private static final String NETWORKS = "MARKETPLACE_UPSTREAM_NETWORKS";
  private static final int MAX_LENGTH = 500;
  private static final int MAX_PORT = 65_535;

  private final boolean loopback;
  private final Networks networks;
  private final HostLookup lookup;

  /**
   * Takes the settings.
   *
   * @param networks what is allowed besides the public addresses, each as {@code 10.20.0.0/16}
   */
  public UpstreamRules(boolean loopback, List<String> networks, HostLookup lookup) {
    this(loopback, Networks.of("networks", networks), lookup);
  }

  private UpstreamRules(boolean loopback, Networks networks, HostLookup lookup) {
    this.loopback = loopback;
    this.networks = networks;
    this.lookup = lookup;
  }

  /**
   * Reads the settings from the environment.
   *
   * @throws IllegalStateException naming the variable if a network cannot be read
   */
  public static UpstreamRules of(Map<String, String> env, HostLookup lookup) {
    boolean loopback =
        Boolean.parseBoolean(env.getOrDefault("MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS", "false"));
    return new UpstreamRules(
        loopback, Networks.ofSetting(NETWORKS, env.getOrDefault(NETWORKS, "")), lookup);
  }

  /** The same, with loopback addresses allowed. */
  public UpstreamRules withLoopback() {
    return new UpstreamRules(true, networks, lookup);
  }

  /**
   * Checks an endpoint's base address and takes trailing slashes off it.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} naming
   *     {@code field} if it is no plain http or https address, or not allowed
   */
  public String check(String field, String text) {
    URI uri = parse(field, Input.line(field, text, MAX_LENGTH));
    if (uri.getRawQuery() != null) {
      throw Input.invalid(field, field + " must not hold a query.");
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
    return base(field, uri) + path;
  }

  /**
   * Checks an address that is called as it stands: it may have a query, in which some receivers
   * want a token.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} as
   *     {@link #check(String, String)}
   */
  public String checkReceiver(String field, String text) {
    URI uri = parse(field, Input.line(field, text, MAX_LENGTH));
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return base(field, uri) + path + query;
  }

  /** Scheme, host and port, if they may be called. */
  private String base(String field, URI uri) {
    String host = host(field, uri);
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    boolean local = bare.equals("localhost") || bare.endsWith(".localhost");
    if (local && !loopback) {
      throw refused(field);
    }
    for (InetAddress address : local ? List.<InetAddress>of() : lookup.addresses(bare)) {
      if (!allowed(address)) {
        throw refused(field);
      }
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port;
  }

  /**
   * The addresses of a host that may be connected to now; empty if it is not known here, or leads
   * into the own machine and networks only. To be asked at the moment of connecting, and connected
   * to as answered: a name that led elsewhere when the pool was registered is refused.
   */
  public List<InetAddress> reachable(String host) {
    return lookup.addresses(host).stream().filter(this::allowed).toList();
  }

  private boolean allowed(InetAddress address) {
    if (networks.contains(address)) {
      return true;
    }
    return address.isLoopbackAddress() ? loopback : !InternalNetworks.contain(address);
  }

  private static URI parse(String field, String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme();
      if (scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // refused below
    }
    throw Input.invalid(field, field + " must be an address that begins with http:// or https://.");
  }

  private static String host(String field, URI uri) {
    if (uri.getRawUserInfo() != null) {
      throw Input.invalid(
          field, field + " must not hold a name or password; store a credential instead.");
    }
    if (uri.getRawFragment() != null) {
      throw Input.invalid(field, field + " must not hold a fragment.");
    }
    String host = uri.getHost();
    if (host == null || uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
      throw Input.invalid(field, field + " must name a host, and a port up to 65535 if any.");
    }
    String plain = host.toLowerCase(Locale.ROOT);
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }

  private static RuntimeException refused(String field) {
    return Input.invalid(
        field,
        field
            + " leads into the marketplace's own machine or network. Ask whoever runs it to allow"
            + " that address.");
  }
}

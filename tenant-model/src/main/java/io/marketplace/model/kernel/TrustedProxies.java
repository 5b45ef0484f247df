package io.marketplace.model.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the address a request really comes from. {@code X-Forwarded-For} can be written by anybody,
 * so it is believed only as far as it was written by proxies of the installation: from its end
 * backwards, as long as the one who wrote an entry is trusted. {@code MARKETPLACE_TRUSTED_PROXIES}
 * lists their networks, parted by commas; without it the header is never looked at.
 */
public final class TrustedProxies {

  /** No proxy: the connection's own address counts. */
  public static final TrustedProxies NONE = new TrustedProxies(Networks.NONE);

  private static final String SETTING = "MARKETPLACE_TRUSTED_PROXIES";

  /** More hops than any real chain has; a longer header is an attack on the reader. */
  private static final int MOST_HOPS = 32;

  private final Networks proxies;

  private TrustedProxies(Networks proxies) {
    this.proxies = proxies;
  }

  /**
   * Reads the setting.
   *
   * @throws IllegalStateException naming the setting if a network cannot be read
   */
  public static TrustedProxies of(Map<String, String> env) {
    return new TrustedProxies(Networks.ofSetting(SETTING, env.getOrDefault(SETTING, "")));
  }

  /**
   * The address of the caller in canonical form.
   *
   * @param peer the other end of the connection
   * @param forwardedFor the {@code X-Forwarded-For} headers in their order
   * @return empty if it cannot be told: a trusted proxy passed on something that is no address
   */
  public Optional<String> caller(String peer, List<String> forwardedFor) {
    if (forwardedFor.isEmpty() || !proxies.contains(peer)) {
      return Networks.address(peer);
    }
    List<String> hops = new ArrayList<>();
    forwardedFor.forEach(header -> hops.addAll(Arrays.asList(header.split(",", -1))));
    if (hops.size() > MOST_HOPS) {
      return Optional.empty();
    }
    String hop = peer;
    for (String earlier : hops.reversed()) {
      Optional<String> address = Networks.address(withoutPort(earlier.strip()));
      if (address.isEmpty() || !proxies.contains(address.get())) {
        return address;
      }
      hop = address.get();
    }
    // All of them are proxies: the first one asked for itself.
    return Optional.of(hop);
  }

  // Some proxies write 192.0.2.7:443 or [2001:db8::7]:443.
  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }
}

package io.marketplace.gateway.provider;

import io.marketplace.model.routing.UpstreamRules;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the addresses to connect to, and only those that the installation allows. A pool's address
 * was checked when it was registered; who owns its name can let it lead elsewhere since (DNS
 * rebinding), so the very addresses that are connected to are checked again.
 */
final class CheckedResolver implements DnsResolver {
  private static final Logger LOG = LoggerFactory.getLogger(CheckedResolver.class);

  private final UpstreamRules rules;
  // dead endpoints are probed every second: one line a host is enough
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  CheckedResolver(UpstreamRules rules) {
    this.rules = rules;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    List<InetAddress> reachable = rules.reachable(host);
    if (reachable.isEmpty()) {
      if (told.add(host)) {
        LOG.warn(
            "{} is not known here or leads into the own machine or network, which"
                + " MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS and MARKETPLACE_UPSTREAM_NETWORKS do not"
                + " allow. It is not connected to.",
            host);
      }
      throw new UnknownHostException("no address that may be connected to");
    }
    told.remove(host);
    return reachable.toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}

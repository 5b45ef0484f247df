package io.marketplace.model.routing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host's name. */
@FunctionalInterface
public interface HostLookup {

  /** The system's resolver. */
  HostLookup SYSTEM =
      host -> {
        try {
          return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
          return List.of();
        }
      };

  /** The addresses of {@code host}, a name or an address in text; empty if it is not known here. */
  List<InetAddress> addresses(String host);
}

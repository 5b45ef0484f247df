package io.marketplace.model.routing;

import io.marketplace.model.kernel.Networks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses of a machine itself and of private or reserved networks from public ones. */
final class InternalNetworks {

  // IANA special-purpose registries (RFC 6890 and its updates): none of them is a public host.
  private static final Networks INTERNAL =
      Networks.ofSetting(
          "internal",
          "0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12,"
              + " 192.0.0.0/24, 192.168.0.0/16, 198.18.0.0/15, 224.0.0.0/3, ::/127, fc00::/7,"
              + " fe80::/10, fec0::/10, ff00::/8");

  // Addresses that carry an IPv4 address: NAT64 (RFC 6052) at byte 12, 6to4 (RFC 3056) at byte 2.
  private static final Networks NAT64 = Networks.ofSetting("NAT64", "64:ff9b::/96");
  private static final Networks SIX_TO_FOUR = Networks.ofSetting("6to4", "2002::/16");

  private InternalNetworks() {}

  static boolean contain(InetAddress address) {
    return INTERNAL.contains(address)
        || (NAT64.contains(address) && contain(carried(address, 12)))
        || (SIX_TO_FOUR.contains(address) && contain(carried(address, 2)));
  }

  private static InetAddress carried(InetAddress address, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}

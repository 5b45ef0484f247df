package io.marketplace.model.routing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * A network in CIDR form, such as {@code 10.20.0.0/16} or {@code fd00::/8}.
 *
 * @param address its address
 * @param bits how many leading bits belong to it
 */
public record Network(InetAddress address, int bits) {

  // IANA special-purpose registries (RFC 6890 and its updates): none of them is a public host.
  private static final List<Network> INTERNAL =
      list(
          "0.0.0.0/8, 10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12,"
              + " 192.0.0.0/24, 192.168.0.0/16, 198.18.0.0/15, 224.0.0.0/3, ::/127, fc00::/7,"
              + " fe80::/10, fec0::/10, ff00::/8");

  // Addresses that carry an IPv4 address: NAT64 (RFC 6052) at byte 12, 6to4 (RFC 3056) at byte 2.
  private static final Network NAT64 = parse("64:ff9b::/96");
  private static final Network SIX_TO_FOUR = parse("2002::/16");

  /**
   * Reads one network; an address alone is a network of one.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    if (!host.matches("[0-9a-fA-F.:]+")) {
      throw new IllegalArgumentException("not a network: " + text);
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      int all = address.getAddress().length * 8;
      int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > all) {
        throw new IllegalArgumentException("not a network: " + text);
      }
      return new Network(address, bits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not a network: " + text, e);
    }
  }

  /**
   * Reads networks parted by commas; none for a blank text.
   *
   * @throws IllegalArgumentException if one is none
   */
  public static List<Network> list(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).map(Network::parse).toList();
  }

  /** Whether {@code other} lies in this network. */
  public boolean contains(InetAddress other) {
    byte[] mine = address.getAddress();
    byte[] its = other.getAddress();
    if (mine.length != its.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((mine[bit / 8] & mask) != (its[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code address} is one of a machine itself or of a private or reserved network. */
  static boolean isInternal(InetAddress address) {
    return INTERNAL.stream().anyMatch(network -> network.contains(address))
        || (NAT64.contains(address) && isInternal(carried(address, 12)))
        || (SIX_TO_FOUR.contains(address) && isInternal(carried(address, 2)));
  }

  private static InetAddress carried(InetAddress address, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}

package io.marketplace.model.kernel;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import io.marketplace.model.problem.MarketplaceException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some networks in CIDR form, of both IP versions, such as {@code 10.20.0.0/16} and {@code
 * fd00::/8}; an address alone is a network of one. IPv4 carried in IPv6 ({@code ::ffff:10.0.0.1})
 * is taken for the IPv4 it is. Immutable.
 */
public final class Networks {

  /** No network at all. */
  public static final Networks NONE = new Networks(List.of());

  // The library also reads wildcards, ranges, octal and more: none of them belongs into a rule.
  private static final IPAddressStringParameters PLAIN =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowMask(false)
          .allowPrefixOnly(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .allowLeadingZeros(false)
          .allowBinary(false)
          .getParentBuilder()
          .getIPv6AddressParametersBuilder()
          .allowZone(false)
          .allowBase85(false)
          .allowBinary(false)
          .getParentBuilder()
          .toParams();

  private static final IPAddressGenerator GENERATOR = new IPAddressGenerator();
  private static final int MAX_LENGTH = 64;

  private final List<IPAddress> blocks;

  private Networks(List<IPAddress> blocks) {
    this.blocks = blocks;
  }

  /**
   * Reads networks.
   *
   * @throws MarketplaceException {@code invalid_request_error} naming {@code field} for what is no
   *     network, and for one with bits set beyond its prefix: it may mean the network or the one
   *     address
   */
  public static Networks of(String field, Collection<String> texts) {
    return new Networks(texts.stream().map(text -> block(field, text)).distinct().toList());
  }

  /**
   * Reads a setting of the installation: networks parted by commas, none for a blank text.
   *
   * @throws IllegalStateException naming {@code setting} if one cannot be read
   */
  public static Networks ofSetting(String setting, String text) {
    try {
      return of(
          setting,
          Arrays.stream(text.split(",", -1))
              .map(String::strip)
              .filter(one -> !one.isEmpty())
              .toList());
    } catch (MarketplaceException e) {
      throw new IllegalStateException(e.sentence(), e);
    }
  }

  /** The networks as they were once accepted; what cannot be read any more holds no address. */
  public static Networks stored(Collection<String> texts) {
    return new Networks(
        texts.stream()
            .map(text -> Optional.ofNullable(read(text)))
            .flatMap(Optional::stream)
            .toList());
  }

  /** Whether the address lies in one of them; no for what is no single address. */
  public boolean contains(String address) {
    IPAddress one = read(address);
    return one != null && !one.isMultiple() && holds(one);
  }

  /** Whether the address lies in one of them, whatever interface it is reached by. */
  public boolean contains(InetAddress address) {
    return holds(unwrapped(GENERATOR.from(address.getAddress())));
  }

  /** Whether each of these lies in one of {@code others}. */
  public boolean within(Networks others) {
    return blocks.stream().allMatch(others::holds);
  }

  /** The networks in their canonical form, an address alone without a prefix. */
  public List<String> texts() {
    return blocks.stream().map(IPAddress::toCanonicalString).toList();
  }

  /** One address in its canonical form; empty for what is none. */
  static Optional<String> address(String text) {
    IPAddress one = read(text);
    return one == null || one.isMultiple() || one.isPrefixed()
        ? Optional.empty()
        : Optional.of(one.toCanonicalString());
  }

  private boolean holds(IPAddress other) {
    return blocks.stream().anyMatch(block -> block.contains(other));
  }

  private static IPAddress block(String field, String text) {
    String stripped = text.strip();
    IPAddress read = read(stripped);
    if (read == null) {
      throw Input.invalid(
          field, field + " must hold networks such as 10.20.0.0/16, fd00::/8 or 192.0.2.7.");
    }
    if (read.isPrefixed() && !read.isSinglePrefixBlock()) {
      throw Input.invalid(
          field,
          field
              + ": "
              + read.toCanonicalString()
              + " has bits set beyond its prefix. Say "
              + read.toPrefixBlock().toCanonicalString()
              + " for the network, or leave the prefix out for the address.");
    }
    return read;
  }

  private static @Nullable IPAddress read(String text) {
    if (text.length() > MAX_LENGTH) {
      return null;
    }
    try {
      IPAddress address = new IPAddressString(text, PLAIN).toAddress();
      return address == null ? null : unwrapped(address);
    } catch (AddressStringException | IncompatibleAddressException e) {
      return null;
    }
  }

  private static IPAddress unwrapped(IPAddress address) {
    return address.isIPv6() && address.toIPv6().isIPv4Mapped()
        ? address.toIPv6().getEmbeddedIPv4Address()
        : address;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Networks networks && blocks.equals(networks.blocks);
  }

  @Override
  public int hashCode() {
    return blocks.hashCode();
  }

  @Override
  public String toString() {
    return String.join(", ", texts());
  }
}

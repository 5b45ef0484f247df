package io.marketplace.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworksTest {

  private static Networks of(String... texts) {
    return Networks.of("sourceNetworks", List.of(texts));
  }

  @Test
  void theCanonicalFormIsKept() {
    assertThat(of(" 10.20.0.0/16 ", "2001:DB8:0::/48", "192.0.2.7", "::ffff:10.0.0.1").texts())
        .containsExactly("10.20.0.0/16", "2001:db8::/48", "192.0.2.7", "10.0.0.1");
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.0.0/16, 10.20.255.255, true",
    "10.20.0.0/16, 10.21.0.0, false",
    "10.20.0.0/16, ::ffff:10.20.1.1, true",
    "fd00::/8, fdff:0:0:0:0:0:0:1, true",
    "fd00::/8, fe00::1, false",
    "fd00::/8, 10.0.0.1, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "10.0.0.0/8, 10.0.0.0/9, false",
    "10.0.0.0/8, unknown, false",
    "10.0.0.0/8, '', false",
  })
  void addressesLieWithinOrNot(String network, String address, boolean within) {
    assertThat(of(network).contains(address)).isEqualTo(within);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.2.3, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "10.0.0.0/8, ::ffff:10.1.2.3, true",
    "10.0.0.0/8, fd00::1, false",
    "fe80::/10, fe80::1%1, true",
    "fe80::/10, fec0::1, false",
  })
  void soDoAddressesAsTheyAreConnectedTo(String network, String address, boolean within)
      throws Exception {
    assertThat(of(network).contains(InetAddress.getByName(address))).isEqualTo(within);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "10.0.0.0/33",
        "fd00::/129",
        "10.0.0.0/-1",
        "10.0.0.0/",
        "10.*.0.0",
        "10.1",
        "010.0.0.1",
        "0x0a.0.0.1",
        "1-2.0.0.1",
        "10.0.0.0/255.0.0.0",
        "12345",
        "1.2.3.4.5",
        "*",
        "fe80::1%eth0",
        "10.0.0.0/8,11.0.0.0/8",
        "10.0.0.5/8",
        "2001:db8::1/32",
        "/8",
        "localhost"
      })
  void garbageIsRefused(String text) {
    assertThatThrownBy(() -> of(text))
        .isInstanceOfSatisfying(
            MarketplaceException.class,
            refused -> assertThat(refused.field()).contains("sourceNetworks"));
    assertThatThrownBy(() -> of("9".repeat(5_000))).isInstanceOf(MarketplaceException.class);
  }

  @Test
  void aNetworkWithBitsBeyondItsPrefixIsExplained() {
    assertThatThrownBy(() -> of("10.1.2.3/8"))
        .hasMessageContaining("10.1.2.3/8")
        .hasMessageContaining("10.0.0.0/8 for the network");
  }

  @Test
  void someNetworksLieWithinOthers() {
    assertThat(of("10.1.0.0/16", "10.2.3.4").within(of("10.0.0.0/8", "fd00::/8"))).isTrue();
    assertThat(of("10.1.0.0/16", "11.0.0.0/8").within(of("10.0.0.0/8"))).isFalse();
    assertThat(of("0.0.0.0/0").within(of("10.0.0.0/8"))).isFalse();
    assertThat(of("fd00::/8").within(of("0.0.0.0/0"))).isFalse();
  }

  @Test
  void whatCannotBeReadAnyMoreHoldsNoAddress() {
    assertThat(Networks.stored(List.of("nonsense")).contains("10.0.0.1")).isFalse();
    assertThat(Networks.stored(List.of("nonsense", "10.0.0.0/8")).contains("10.0.0.1")).isTrue();
  }
}

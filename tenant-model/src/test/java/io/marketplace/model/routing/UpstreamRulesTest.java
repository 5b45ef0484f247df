package io.marketplace.model.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.problem.MarketplaceException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpstreamRulesTest {

  // No test asks a name server: these names are known, literal addresses speak for themselves.
  private static final Map<String, String> NAMES =
      Map.of("models.example.com", "93.184.216.34", "rebound.example.com", "169.254.169.254");

  private static final HostLookup LOOKUP =
      host -> {
        boolean literal = host.matches("[0-9.]+|.*:.*");
        String address = literal ? host : NAMES.get(host);
        try {
          return address == null ? List.of() : List.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
          return List.of();
        }
      };

  private static final UpstreamRules STRICT = UpstreamRules.of(Map.of(), LOOKUP);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:8000",
        "http://2130706433",
        "http://localhost/v1",
        "http://LOCALHOST.:9000",
        "http://models.localhost",
        "http://[::1]:8000",
        "http://[::ffff:127.0.0.1]",
        "http://[64:ff9b::7f00:1]",
        "http://[2002:a00:1::]",
        "http://0.0.0.0",
        "http://10.1.2.3",
        "http://172.31.255.255",
        "http://192.168.1.1",
        "http://100.64.0.1",
        "http://169.254.169.254/latest",
        "http://[fe80::1]",
        "http://[fd00::1]",
        "http://224.0.0.1",
        "http://255.255.255.255",
        "https://rebound.example.com"
      })
  void addressesOfTheOwnMachineAndNetworksAreRefused(String address) {
    assertThatThrownBy(() -> STRICT.check("endpoints", address))
        .isInstanceOf(MarketplaceException.class)
        .hasMessageContaining("own machine or network");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ftp://models.example.com",
        "file:///etc/passwd",
        "models.example.com",
        "https://",
        "https:///v1",
        "http://127.1:8000",
        "https://user:secret@models.example.com",
        "https://models.example.com?key=1",
        "https://models.example.com#part",
        "https://models.example.com:0",
        "https://models.example.com:70000",
        "https://models.example.com/\n/x"
      })
  void whatIsNoPlainAddressIsRefused(String address) {
    assertThatThrownBy(() -> STRICT.check("endpoints", address))
        .isInstanceOf(MarketplaceException.class);
  }

  @Test
  void aSecretInAnAddressIsNotRepeatedInTheRefusal() {
    assertThatThrownBy(() -> STRICT.check("endpoints", "https://user:s3cret@models.example.com"))
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aReceiversAddressIsCalledAsItStands() {
    assertThat(STRICT.checkReceiver("url", "HTTPS://Hooks.Example.com/flows/7/?sig=a%2Fb"))
        .isEqualTo("https://hooks.example.com/flows/7/?sig=a%2Fb");
    assertThatThrownBy(() -> STRICT.checkReceiver("url", "https://hooks.example.com/#part"))
        .isInstanceOf(MarketplaceException.class);
    assertThatThrownBy(() -> STRICT.checkReceiver("url", "http://169.254.169.254/?sig=s3cret"))
        .isInstanceOf(MarketplaceException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void publicAddressesAreTakenWithoutTrailingSlashes() {
    assertThat(STRICT.check("endpoints", "HTTPS://Models.Example.com:8443/v1//"))
        .isEqualTo("https://models.example.com:8443/v1");
    assertThat(STRICT.check("endpoints", "http://93.184.216.34/"))
        .isEqualTo("http://93.184.216.34");
    assertThat(STRICT.check("endpoints", "https://unknown.example.org"))
        .isEqualTo("https://unknown.example.org");
  }

  @Test
  void loopbackIsAllowedWhereTheInstallationSaysSoAndOnlyThat() {
    UpstreamRules demo =
        UpstreamRules.of(Map.of("MARKETPLACE_ALLOW_LOOPBACK_UPSTREAMS", "true"), LOOKUP);

    assertThat(demo.check("endpoints", "http://127.0.0.1:8301")).isEqualTo("http://127.0.0.1:8301");
    assertThat(demo.check("endpoints", "http://[::1]:8301/")).isEqualTo("http://[::1]:8301");
    assertThat(demo.check("endpoints", "http://localhost:8301")).isEqualTo("http://localhost:8301");
    assertThatThrownBy(() -> demo.check("endpoints", "http://10.0.0.1"))
        .isInstanceOf(MarketplaceException.class);
  }

  @Test
  void networksOnTheAllowListAreAllowed() {
    UpstreamRules rules =
        UpstreamRules.of(Map.of("MARKETPLACE_UPSTREAM_NETWORKS", "10.20.0.0/16, fd00::/8"), LOOKUP);

    assertThat(rules.check("endpoints", "http://10.20.255.1:8000"))
        .isEqualTo("http://10.20.255.1:8000");
    assertThat(rules.check("endpoints", "http://[fd00::1]")).isEqualTo("http://[fd00::1]");
    assertThatThrownBy(() -> rules.check("endpoints", "http://10.21.0.1"))
        .isInstanceOf(MarketplaceException.class);
  }

  @Test
  void aNetworkThatCannotBeReadFailsTheStart() {
    assertThatThrownBy(
            () -> UpstreamRules.of(Map.of("MARKETPLACE_UPSTREAM_NETWORKS", "10.0.0.0/33"), LOOKUP))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MARKETPLACE_UPSTREAM_NETWORKS");
    assertThatThrownBy(
            () -> UpstreamRules.of(Map.of("MARKETPLACE_UPSTREAM_NETWORKS", "intranet"), LOOKUP))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MARKETPLACE_UPSTREAM_NETWORKS");
  }
}

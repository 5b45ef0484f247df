package io.marketplace.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrustedProxiesTest {

  private final TrustedProxies proxies =
      TrustedProxies.of(Map.of("MARKETPLACE_TRUSTED_PROXIES", "10.0.0.0/8, 2001:db8:ffff::/48"));

  @Test
  void withoutTrustTheHeaderIsNotLookedAt() {
    assertThat(TrustedProxies.NONE.caller("192.0.2.1", List.of("203.0.113.9")))
        .contains("192.0.2.1");
    assertThat(proxies.caller("192.0.2.1", List.of("10.0.0.5"))).contains("192.0.2.1");
  }

  @Test
  void whatACallerWritesInFrontOfAProxysWordCountsForNothing() {
    assertThat(proxies.caller("10.0.0.2", List.of("198.51.100.7, 203.0.113.9")))
        .contains("203.0.113.9");
    // one proxy extends the header, another adds a line of its own
    assertThat(proxies.caller("10.0.0.2", List.of("10.1.1.1", "203.0.113.9, 10.0.0.3")))
        .contains("203.0.113.9");
  }

  @Test
  void chainsOfProxiesAreFollowed() {
    assertThat(proxies.caller("10.0.0.2", List.of("203.0.113.9, 2001:db8:ffff::1, 10.0.0.3")))
        .contains("203.0.113.9");
    assertThat(proxies.caller("10.0.0.2", List.of("10.0.0.4, 10.0.0.3"))).contains("10.0.0.4");
    assertThat(proxies.caller("10.0.0.2", List.of())).contains("10.0.0.2");
  }

  @Test
  void portsAreTakenOff() {
    assertThat(proxies.caller("10.0.0.2", List.of("203.0.113.9:4711"))).contains("203.0.113.9");
    assertThat(proxies.caller("10.0.0.2", List.of("[2001:db8::7]:443"))).contains("2001:db8::7");
    assertThat(proxies.caller("0:0:0:0:0:0:0:1", List.of())).contains("::1");
  }

  @Test
  void whatIsNoAddressIsNotGuessed() {
    assertThat(proxies.caller("10.0.0.2", List.of("unknown"))).isEmpty();
    assertThat(proxies.caller("10.0.0.2", List.of("203.0.113.9, "))).isEmpty();
    assertThat(proxies.caller("10.0.0.2", List.of("203.0.113.0/24"))).isEmpty();
    assertThat(proxies.caller("", List.of("203.0.113.9"))).isEmpty();
    assertThat(proxies.caller("10.0.0.2", Collections.nCopies(40, "10.0.0.1"))).isEmpty();
  }

  @Test
  void aMistakenSettingNamesItself() {
    assertThatThrownBy(() -> TrustedProxies.of(Map.of("MARKETPLACE_TRUSTED_PROXIES", "10.0.0.5/8")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("MARKETPLACE_TRUSTED_PROXIES");
  }
}

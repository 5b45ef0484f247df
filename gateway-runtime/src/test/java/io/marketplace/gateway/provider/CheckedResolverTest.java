package io.marketplace.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.routing.UpstreamRules;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckedResolverTest {

  /** What the name leads to, one answer after the other. */
  private final Deque<List<InetAddress>> answers = new ArrayDeque<>();

  private CheckedResolver resolver(boolean loopback, String... networks) {
    return new CheckedResolver(
        new UpstreamRules(loopback, List.of(networks), host -> answers.remove()));
  }

  private static List<InetAddress> addresses(String... literals) throws UnknownHostException {
    List<InetAddress> addresses = new ArrayList<>();
    for (String literal : literals) {
      addresses.add(InetAddress.getByName(literal));
    }
    return addresses;
  }

  @Test
  void aNameThatLeadsElsewhereSinceItWasCheckedIsNotConnectedTo() throws Exception {
    CheckedResolver resolver = resolver(false);
    answers.add(addresses("93.184.216.34"));
    answers.add(addresses("169.254.169.254"));

    assertThat(resolver.resolve("models.example.com"))
        .containsExactlyElementsOf(addresses("93.184.216.34"));
    assertThatThrownBy(() -> resolver.resolve("models.example.com"))
        .isInstanceOf(UnknownHostException.class)
        .hasMessageNotContaining("169.254");
  }

  @Test
  void onlyTheAllowedOfSeveralAddressesAreLeft() throws Exception {
    answers.add(addresses("10.0.0.1", "93.184.216.34", "::1", "127.0.0.1", "fd00::1"));
    assertThat(resolver(false).resolve("mixed.example.com"))
        .containsExactlyElementsOf(addresses("93.184.216.34"));
    answers.add(addresses("10.0.0.1", "127.0.0.1", "192.168.1.1"));
    assertThat(resolver(true, "10.0.0.0/8").resolve("ours.example.com"))
        .containsExactlyElementsOf(addresses("10.0.0.1", "127.0.0.1"));
  }

  @Test
  void anUnknownNameIsUnknown() {
    answers.add(List.of());
    assertThatThrownBy(() -> resolver(true).resolve("nowhere.example.com"))
        .isInstanceOf(UnknownHostException.class);
  }
}

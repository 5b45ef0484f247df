package io.marketplace.gateway.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndpointTest {

  private static String resolved(String address) {
    return Endpoint.of(address).orElseThrow().resolve("/v1/chat/completions").toString();
  }

  @Test
  void aBareAddressGetsTheVersionsPath() {
    assertThat(resolved("http://h:80")).isEqualTo("http://h:80/v1/chat/completions");
    assertThat(resolved("http://h/")).isEqualTo("http://h/v1/chat/completions");
  }

  @Test
  void anAddressWithAPathKeepsItsOwn() {
    assertThat(resolved("https://h/v1")).isEqualTo("https://h/v1/chat/completions");
    assertThat(resolved("https://h/v1beta/openai/"))
        .isEqualTo("https://h/v1beta/openai/chat/completions");
  }

  @Test
  void otherThingsAreNoAddresses() {
    for (String text :
        new String[] {"", "h:80", "ftp://h", "http://", "http://u:p@h", "http://h?x"}) {
      assertThat(Endpoint.of(text)).as(text).isEmpty();
    }
  }
}

package io.marketplace.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

  private static final URI UPSTREAM = URI.create("http://127.0.0.1:9471");

  @TempDir private Path folder;

  @Test
  void eachContenderIsLedToTheUpstream() throws IOException {
    assertThat(Envoy.configuration(18_080, UPSTREAM))
        .contains("port_value: 18080", "port_value: 9471")
        .doesNotContain("@PORT@", "@UPSTREAM_PORT@");
    assertThat(LiteLlm.configuration(UPSTREAM, "utility"))
        .contains("model_name: utility", "api_base: http://127.0.0.1:9471/v1");
    assertThat(Portkey.headers(Map.of("Authorization", "Bearer k"), UPSTREAM))
        .containsEntry("Authorization", "Bearer k")
        .containsEntry("x-portkey-custom-host", "http://127.0.0.1:9471/v1");
  }

  @Test
  void whatCannotBeFetchedIsLeftOutAndTriedAgain() {
    Fetch fetch = new Fetch("some-1.0", folder);
    assertThat(fetch.with(List.of(List.of("false")))).isEmpty();
    assertThat(fetch.with(List.of(List.of("no-such-program-here")))).isEmpty();

    assertThat(fetch.with(List.of(List.of("touch", "program")))).contains(fetch.folder());
    assertThat(fetch.folder().resolve("program")).exists();
    assertThat(fetch.with(List.of(List.of("false")))).as("fetched once").isPresent();
    assertThat(Files.exists(fetch.folder().resolve("fetch.log"))).isTrue();
  }
}

package io.marketplace.bench.contender;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class NginxTest {

  @Test
  void theConfigurationIsFilledIn() throws Exception {
    assertThat(Nginx.configuration(18_080, URI.create("http://127.0.0.1:9471")))
        .contains("listen 127.0.0.1:18080 ", "server 127.0.0.1:9471;", "worker_processes 2;")
        .doesNotContain("@");
  }
}

package io.marketplace.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.launcher.part.LaunchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void namesTheTakenPortAndTheVariableThatMovesIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> Ports.requireFree(port, "portal", "PORTAL_PORT"))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("Port " + port + " is taken")
          .hasMessageContaining("portal")
          .hasMessageContaining("PORTAL_PORT=");
      assertThat(Ports.firstFree(port)).isGreaterThan(port);
    }
  }

  @Test
  void isQuietAboutAFreePort() {
    int port = Ports.firstFree(23_000);

    assertThatCode(() -> Ports.requireFree(port, "portal", "PORTAL_PORT"))
        .doesNotThrowAnyException();
  }
}

package io.marketplace.it.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.Started;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What becomes of a connection whose calls are refused, byte for byte. */
class KeepAliveIT {

  private static final String BODY =
      "{\"model\":\"utility\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";

  @Test
  void aCallWithAnUnknownKeyKeepsItsConnection() throws IOException {
    try (Socket socket = connect()) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (int i = 0; i < 3; i++) {
        send(socket, "Authorization: Bearer mk_live_unknown\r\n");
        assertThat(answer(in)).startsWith("HTTP/1.1 401 ").contains("invalid_api_key");
      }
    }
  }

  @Test
  void aHeaderThatIsReadAndTooLongIsRefusedInTheContractsForm() throws IOException {
    try (Socket socket = connect()) {
      send(
          socket,
          "Authorization: Bearer %s\r\nMarketplace-Agent: %s\r\n"
              .formatted(Started.key(), "x".repeat(100_000)));
      assertThat(answer(new BufferedInputStream(socket.getInputStream())))
          .startsWith("HTTP/1.1 400 ")
          .contains("invalid_request_error", "Marketplace-Agent");
    }
  }

  @Test
  void aHeaderBeyondTheServersBoundIsRefusedWithoutABody() throws IOException {
    try (Socket socket = connect()) {
      send(socket, "X-Long: " + "x".repeat(140_000) + "\r\n");
      assertThat(answer(new BufferedInputStream(socket.getInputStream())))
          .startsWith("HTTP/1.1 400 ")
          .doesNotContain("Exception");
    }
  }

  private static Socket connect() throws IOException {
    int port = URI.create(Started.variable("GATEWAY_URL")).getPort();
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void send(Socket socket, String headers) throws IOException {
    String request =
        "POST /v1/chat/completions HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\n"
            + headers
            + "Content-Length: "
            + BODY.length()
            + "\r\n\r\n"
            + BODY;
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** The next answer, head and body. */
  private static String answer(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return head.toString(StandardCharsets.US_ASCII);
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.US_ASCII);
    int length =
        text.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
            .findFirst()
            .orElse(0);
    return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}

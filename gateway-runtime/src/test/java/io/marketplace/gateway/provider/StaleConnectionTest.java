package io.marketplace.gateway.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.routing.HostLookup;
import io.marketplace.model.routing.UpstreamRules;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers close connections that idle; a call must not notice, and must not be made twice. */
class StaleConnectionTest {

  private final Upstream upstream =
      new Upstream(new UpstreamRules(true, List.of(), HostLookup.SYSTEM));

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void aConnectionThatTheServerClosedIsReplacedOnce() throws Exception {
    try (Server server = new Server(1)) {
      assertThat(post(server)).isEqualTo("answer 1");
      server.closedAfterAnswer.join();
      assertThat(post(server)).isEqualTo("answer 2");
      assertThat(server.connections).hasValue(2);
      assertThat(server.requests).hasValue(2);
    }
  }

  @Test
  void aServerThatNeverAnswersIsAskedOnce() throws Exception {
    try (Server server = new Server(0)) {
      assertThatThrownBy(() -> post(server)).isInstanceOf(IOException.class);
      assertThat(server.connections).hasValue(1);
      assertThat(server.requests).hasValue(1);
    }
  }

  private String post(Server server) throws Exception {
    HttpPost request = new HttpPost("http://127.0.0.1:" + server.socket.getLocalPort() + "/v1");
    request.setEntity(new StringEntity("{}"));
    try (ClassicHttpResponse response = upstream.send(request)) {
      return EntityUtils.toString(response.getEntity());
    }
  }

  /** Answers so many requests a connection and closes it then, without having said so. */
  private static final class Server implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final int answersAConnection;
    private final Thread closedAfterAnswer;

    Server(int answersAConnection) throws IOException {
      this.answersAConnection = answersAConnection;
      // One connection after the other: the first has ended when its thread did.
      closedAfterAnswer = Thread.ofVirtual().start(this::serveOne);
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  closedAfterAnswer.join();
                  serveOne();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }

    private void serveOne() {
      try (Socket client = socket.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
        connections.incrementAndGet();
        for (int answered = 0; ; answered++) {
          if (answered == answersAConnection && answered > 0) {
            return;
          }
          String line = in.readLine();
          while (line != null && !line.isEmpty()) {
            line = in.readLine();
          }
          int number = requests.incrementAndGet();
          if (answersAConnection == 0) {
            return;
          }
          in.skip(2);
          String answer = "answer " + number;
          client
              .getOutputStream()
              .write(
                  "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s"
                      .formatted(answer.length(), answer)
                      .getBytes(StandardCharsets.US_ASCII));
          client.getOutputStream().flush();
        }
      } catch (IOException e) {
        // The test closed the server while it waited.
        return;
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}

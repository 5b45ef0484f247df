package io.marketplace.bench.drive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseReaderTest {

  private static final String BODY =
      ": a comment\ndata: {\"a\":\"ä\"}\r\n\r\nevent: x\ndata:one\ndata: two\n\n\n\ndata: [DONE]\n\n";

  private static List<String> read(byte[] body, int step) {
    SseReader reader = new SseReader();
    List<String> events = new ArrayList<>();
    for (int at = 0; at < body.length; at += step) {
      events.addAll(
          reader.read(Unpooled.wrappedBuffer(body, at, Math.min(step, body.length - at))));
    }
    return events;
  }

  @Test
  void findsTheSameEventsHoweverTheBodyIsSplit() {
    byte[] body = BODY.getBytes(UTF_8);
    for (int step = 1; step <= body.length; step++) {
      assertThat(read(body, step))
          .as("in steps of %d", step)
          .containsExactly("{\"a\":\"ä\"}", "one\ntwo", "[DONE]");
    }
  }

  @Test
  void anEventThatDoesNotEndIsNone() {
    assertThat(read("data: half\n".getBytes(UTF_8), 4)).isEmpty();
  }

  @Test
  void linesMayBeLong() {
    String data = "x".repeat(10_000);
    assertThat(read(("data: " + data + "\n\n").getBytes(UTF_8), 100)).containsExactly(data);
  }
}

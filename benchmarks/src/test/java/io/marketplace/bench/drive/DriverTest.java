package io.marketplace.bench.drive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.marketplace.bench.mock.MockUpstream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriverTest {

  private static final Duration MOMENT = Duration.ofMillis(400);

  private final Driver driver = new Driver();
  private final MockUpstream mock = MockUpstream.start(0, 1);

  @AfterEach
  void stop() {
    driver.close();
    mock.close();
  }

  private static Target target(URI base) {
    return new Target(base, "utility", Map.of("Authorization", "Bearer none"));
  }

  @Test
  void aClosedLaneTimesRightAnswers() {
    Outcome outcome = driver.run(target(mock.base()), Lane.parse("closed-4"), MOMENT, Meter.NONE);
    assertThat(outcome.wrong().describe()).isEqualTo("{}");
    assertThat(outcome.measured()).isPositive().isEqualTo(outcome.latency().count());
    assertThat(outcome.right()).isGreaterThan(outcome.measured());
    assertThat(outcome.perSecond()).isPositive();
  }

  @Test
  void anOpenLaneKeepsItsRate() {
    Outcome outcome = driver.run(target(mock.base()), Lane.parse("open-200"), MOMENT, Meter.NONE);
    assertThat(outcome.wrong().count()).isZero();
    assertThat(outcome.perSecond()).isBetween(150.0, 250.0);
  }

  @Test
  void streamsArriveWholeAndAreTimedByTheChunk() {
    Lane.Streams lane = new Lane.Streams(5, 10, 10, 50);
    Outcome outcome = driver.run(target(mock.base()), lane, MOMENT, Meter.NONE);
    assertThat(outcome.wrong().describe()).isEqualTo("{}");
    assertThat(outcome.right()).isEqualTo(5);
    assertThat(outcome.chunks().ttftAdded().count()).isEqualTo(5);
    assertThat(outcome.chunks().transit().count()).isEqualTo(50);
    // Between the chunks of five streams; a busy machine hands on two at once.
    assertThat(outcome.chunks().gap().count()).isEqualTo(45);
    assertThat(outcome.chunks().gap().p50()).isLessThan(60_000.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"closed-2-prompt220k", "closed-1-image5120k", "closed-3-2keys"})
  void largeBodiesAndSeveralKeysGetTheirAnswersToo(String lane) {
    Target target = target(mock.base()).withKeys(List.of("one", "two"));
    Outcome outcome = driver.run(target, Lane.parse(lane), MOMENT, Meter.NONE);
    assertThat(outcome.wrong().describe()).isEqualTo("{}");
    assertThat(outcome.measured()).isPositive();
  }

  @Test
  void whatTheUpstreamTakesIsNotCounted() {
    Outcome outcome =
        driver.run(target(mock.base()), Lane.parse("open-50-60ms"), MOMENT, Meter.NONE);
    assertThat(outcome.wrong().count()).isZero();
    assertThat(outcome.latency().p50()).isLessThan(50_000);
  }

  @Test
  void aLaneNeedsItsKeys() {
    assertThatThrownBy(
            () -> driver.run(target(mock.base()), Lane.parse("closed-1-9keys"), MOMENT, Meter.NONE))
        .hasMessageContaining("9 keys");
  }

  @Test
  void warmingUpEndsInTimeAndCountsWhatWasAnswered() {
    Outcome outcome = driver.warmUp(target(mock.base()), 2, Long.MAX_VALUE, Duration.ofMillis(200));
    assertThat(outcome.wrong().count()).isZero();
    assertThat(outcome.right()).isPositive();
  }

  @Test
  void warmingUpSendsSoManyRequests() {
    Outcome outcome = driver.warmUp(target(mock.base()), 3, 100, Duration.ofSeconds(10));
    assertThat(outcome.right()).isEqualTo(100);
  }

  @Test
  void anotherAnswerIsWrong() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] answer =
        "{\"content\":\"echo 0000000000: hello\",\"completion_tokens\":1}".getBytes(UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    try {
      URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
      Outcome outcome = driver.warmUp(target(base), 1, 3, Duration.ofSeconds(10));
      assertThat(outcome.right()).isZero();
      assertThat(outcome.wrong().byReason()).containsEntry("another answer", 3L);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aServerThatIsNotThereIsWrong() {
    URI base;
    try (MockUpstream gone = MockUpstream.start(0, 1)) {
      base = gone.base();
    }
    Outcome outcome = driver.warmUp(target(base), 1, 2, Duration.ofSeconds(10));
    assertThat(outcome.wrong().count()).isEqualTo(2);
    assertThat(outcome.wrong().first()).startsWith("connect: ");
  }
}

package io.marketplace.it.gateway;

import static io.marketplace.it.gateway.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.core.http.StreamResponse;
import com.openai.errors.OpenAIException;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.marketplace.it.control.Access;
import io.marketplace.it.control.Await;
import io.marketplace.it.control.Ledger;
import io.marketplace.it.control.Routing;
import io.marketplace.it.gateway.ScriptedUpstream.Script;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Where calls go, and what becomes of them when an upstream fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingIT {
  private static final Duration IN_FORCE = Duration.ofSeconds(1);

  private final ScriptedUpstream first = new ScriptedUpstream();
  private final ScriptedUpstream second = new ScriptedUpstream();
  private final Routing routing = new Routing("it-routing", "code");
  private final Routing.Pool one = routing.pool(first.address());
  private final Routing.Pool two = routing.pool(second.address());
  private String key = "";

  @BeforeAll
  void prepare() {
    key = Access.granted("code").secret();
    second.script(Script.answer("second"));
  }

  @AfterAll
  void restore() {
    routing.close();
    first.close();
    second.close();
  }

  /** Routes to a pool and waits until calls go there. */
  private void routeToFirst() {
    first.script(Script.answer("first"));
    routing.route(one);
    awaitAnswer("first");
  }

  private void awaitAnswer(String text) {
    Await.until(
        "an answer of the " + text,
        IN_FORCE,
        () -> Calls.chat(key, routing.alias(), "hi").body().contains("\"" + text + "\""));
  }

  @Test
  void aChangedRouteIsInForceWithinASecond() {
    routeToFirst();
    routing.route(two);
    awaitAnswer("second");
    routing.route(one);
    awaitAnswer("first");
  }

  @Test
  void theNextCandidateAnswersForOneThatIsDown() {
    Routing.Pool down = routing.pool(ScriptedUpstream.nobody());
    routing.route(Map.of("connectMs", 1_000, "firstByteMs", 5_000), down, two);
    awaitAnswer("second");
    HttpResponse<String> answer = Calls.chat(key, routing.alias(), "hi");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Ledger.row(Calls.requestId(answer)).getString("pool")).isEqualTo(two.name());
  }

  @Test
  void theNextCandidateAnswersForOneThatFails() {
    routeToFirst();
    routing.route(Map.of("firstByteMs", 5_000), one, two);
    first.script(
        exchange -> {
          exchange.sendResponseHeaders(500, -1);
        });
    awaitAnswer("second");
    first.script(Script.answer("first"));
  }

  @Test
  void aSlowUpstreamIsGivenUp() {
    routeToFirst();
    routing.route(
        Map.of("connectMs", 500, "firstByteMs", 400, "idleMs", 400, "totalMs", 2_000), one);
    CountDownLatch over = new CountDownLatch(1);
    first.script(
        exchange -> {
          await(over);
          Script.answer("late").run(exchange);
        });
    Await.until(
        "the timeout",
        Duration.ofSeconds(5),
        () -> Calls.chat(key, routing.alias(), "hi").statusCode() == 504);
    long start = System.nanoTime();
    HttpResponse<String> late = Calls.chat(key, routing.alias(), "hi");
    over.countDown();
    assertProblem(late, 504, "upstream_timeout");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    assertThat(Ledger.row(Calls.requestId(late)).getString("outcome"))
        .isEqualTo("upstream_timeout");
  }

  @Test
  void anUpstreamThatNobodyRunsIsNotHealthy() {
    routing.route(routing.pool(ScriptedUpstream.nobody()));
    Await.until(
        "the refusal", IN_FORCE, () -> Calls.chat(key, routing.alias(), "hi").statusCode() == 503);
    assertProblem(Calls.chat(key, routing.alias(), "hi"), 503, "no_healthy_route");
  }

  @Test
  void aStreamThatBreaksEndsInATypedError() throws IOException {
    routeToFirst();
    first.script(
        Script.stream(
            List.of("a", "b"),
            exchange -> {
              throw new IOException("broken on purpose");
            }));
    brokenStream();
    // An orderly end of the transport is none of the stream.
    first.script(Script.stream(List.of("a", "b"), exchange -> {}));
    brokenStream();
  }

  private void brokenStream() throws IOException {
    HttpResponse<InputStream> response =
        Calls.stream(
            key, "/v1/chat/completions", Calls.chatBody(routing.alias(), "hi", ",\"stream\":true"));
    String text;
    try (InputStream body = response.body()) {
      text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(text).contains("\"content\":\"a\"", "\"content\":\"b\"").doesNotContain("[DONE]");
    String last = text.strip().lines().reduce((before, line) -> line).orElse("");
    assertThat(last).startsWith("data: ");
    assertThat(JsonPath.from(last.substring("data: ".length())).getString("error.code"))
        .isEqualTo("upstream_error");
    JsonPath row = Ledger.row(Calls.requestId(response));
    assertThat(row.getString("outcome")).isEqualTo("broken");
    assertThat(row.getString("costUsd")).isNotEqualTo("0");
    assertThatThrownBy(this::readWithOpenAi).isInstanceOf(OpenAIException.class);
  }

  private void readWithOpenAi() {
    try (StreamResponse<ChatCompletionChunk> stream =
        Calls.openAi(key)
            .chat()
            .completions()
            .createStreaming(
                ChatCompletionCreateParams.builder()
                    .model(routing.alias())
                    .addUserMessage("hi")
                    .build())) {
      assertThat(stream.stream().count()).isNegative();
    }
  }

  @Test
  void aClientThatLeavesIsBookedOnceAndFreesTheUpstream() throws IOException {
    routeToFirst();
    String agent = Access.fresh("leaves");
    CountDownLatch freed = new CountDownLatch(1);
    first.script(
        Script.stream(
            List.of("a"),
            exchange -> {
              try {
                while (true) {
                  ScriptedUpstream.event(exchange.getResponseBody(), ScriptedUpstream.chunk("x"));
                  TimeUnit.MILLISECONDS.sleep(20);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } catch (IOException cut) {
                freed.countDown();
                throw cut;
              }
            }));
    String id = leave(agent);
    JsonPath row = Ledger.row(id);
    assertThat(row.getString("outcome")).isEqualTo("cancelled");
    assertThat(row.getLong("completionTokens")).isPositive();
    assertThat(Ledger.sums("agent", agent).getInt("items[0].requests")).isEqualTo(1);
    await(freed);
    assertThat(freed.getCount()).as("the upstream's connection was cut").isZero();
  }

  private String leave(String agent) throws IOException {
    HttpResponse<InputStream> response =
        Calls.post(
            key,
            "/v1/chat/completions",
            HttpRequest.BodyPublishers.ofString(
                Calls.chatBody(routing.alias(), "hi", ",\"stream\":true")),
            HttpResponse.BodyHandlers.ofInputStream(),
            "Marketplace-Agent",
            agent);
    try (InputStream body = response.body()) {
      assertThat(body.read()).isNotNegative();
    }
    return Calls.requestId(response);
  }

  private static void await(CountDownLatch latch) {
    try {
      boolean unused = latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

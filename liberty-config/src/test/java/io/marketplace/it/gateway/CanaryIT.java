package io.marketplace.it.gateway;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.Access.IssuedKey;
import io.marketplace.it.control.Await;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Guardrails;
import io.marketplace.it.control.Routing;
import io.marketplace.it.gateway.ScriptedUpstream.Script;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Prompts, answers, keys, credentials and the webhook's secret are looked for wherever things are
 * written down, after calls of all kinds: answered, streamed, refused, redacted, malformed, broken,
 * timed out, and by way of a provider that repeats in its error what it was sent.
 */
class CanaryIT {
  private static final String ALIAS = "it-canary";
  private static final Duration IN_FORCE = Duration.ofSeconds(1);

  /** Signals are looked for every ten seconds. */
  private static final Duration TOLD = Duration.ofSeconds(40);

  private static final String[] SECRETS = {"credential", "key", "other key", "webhook secret"};

  private final Canaries canaries = new Canaries();
  private final String prompt = Access.fresh("canary-prompt");
  private final String answer = Access.fresh("canary-answer");
  private final String redacted = Access.fresh("canary-redacted");
  private final String blocked = Access.fresh("canary-blocked");
  private final String credential = Access.fresh("canary-credential");

  /** No secret: labels are kept. */
  private final String label = Access.fresh("it-canary-agent");

  private final List<HttpResponse<String>> told = new ArrayList<>();
  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final ScriptedUpstream receiver = new ScriptedUpstream();
  private final Routing routing = new Routing(ALIAS, "utility");
  private IssuedKey key = new IssuedKey("", "");
  private IssuedKey poor = new IssuedKey("", "");

  @BeforeEach
  void prepare() {
    String application = Access.application(Access.fresh("it-canary"));
    List<String> tiers = List.of("utility", "embedding", "reranker");
    tiers.forEach(tier -> Access.grant(application, tier));
    key = Access.key(application, tiers);
    poor = Access.key(application, tiers);
    canaries.add("prompt", prompt);
    canaries.add("answer", answer);
    canaries.add("redacted text", redacted);
    canaries.add("blocked text", blocked);
    canaries.add("credential", credential);
    canaries.add("key", key.secret());
    canaries.add("other key", poor.secret());
    canaries.add("webhook secret", webhook());
    as(Caller.ADMIN)
        .body(Map.of("secret", credential))
        .post("/providers/{id}/credentials", routing.provider())
        .then()
        .statusCode(204);
    Guardrails.put(List.of(rule("it-redacts", "redact"), rule("it-blocks", "block")))
        .then()
        .statusCode(200);
    budget();
  }

  @AfterEach
  void putBack() {
    Guardrails.put(List.of()).then().statusCode(200);
    as(Caller.APPROVER).delete("/webhooks").then().statusCode(204);
    routing.close();
    upstream.close();
    receiver.close();
  }

  private String webhook() {
    return as(Caller.APPROVER)
        .body(Map.of("url", receiver.address() + "/told", "newSecret", true))
        .put("/webhooks")
        .then()
        .statusCode(200)
        .extract()
        .path("secret");
  }

  /** What the rule looks for is no canary: the rule itself is kept. */
  private static Map<String, Object> rule(String name, String action) {
    String word = action.equals("redact") ? "canary-redacted" : "canary-blocked";
    return Guardrails.rule(name, "pattern", action, word + "-[0-9a-f]{8}");
  }

  /** Room for one reservation, and a soft line below one call, so that the webhook is told. */
  private void budget() {
    as(Caller.APPROVER)
        .body(
            Map.of(
                "scope",
                Map.of("type", "key", "id", poor.id()),
                "period",
                "day",
                "capUsd",
                "0.0007",
                "softPercent",
                1))
        .put("/budgets")
        .then()
        .statusCode(200);
  }

  @Test
  void whatIsConfidentialIsWrittenDownNowhere() throws Exception {
    toRealModels();
    toAnUpstreamThatAnswers();
    toAnUpstreamThatFails();
    throughGuardrails();
    untilTheBudgetIsSpentAndTheWebhookTold();

    int explained = 0;
    for (HttpResponse<String> response : told) {
      canaries.silent(
          "an answer of " + response.statusCode(),
          response.headers().map() + response.body(),
          SECRETS);
      explained += explained(Calls.requestId(response)) ? 1 : 0;
    }
    assertThat(explained).isGreaterThan(10);
    for (ScriptedUpstream.Received call : receiver.received()) {
      canaries.silent("the webhook's body", call.body());
    }
    canaries.silent(
        "the audit",
        as(Caller.ADMIN)
            .get("/audit/export?format=ndjson")
            .then()
            .statusCode(200)
            .extract()
            .asString());
    canaries.inMetrics();
    canaries.inFiles(label);
    canaries.inDatabase(label);
  }

  private HttpResponse<String> chat(String alias, String text) {
    return keep(Calls.chat(key.secret(), alias, text, "Marketplace-Agent", label));
  }

  private HttpResponse<String> keep(HttpResponse<String> response) {
    told.add(response);
    return response;
  }

  private HttpResponse<String> post(String path, String body) {
    return keep(Calls.post(key.secret(), path, body));
  }

  private void toRealModels() {
    assertThat(chat("utility", prompt).statusCode()).isEqualTo(200);
    post("/v1/embeddings", "{\"model\":\"embedding\",\"input\":\"" + prompt + "\"}");
    post(
        "/v1/rerank",
        "{\"model\":\"reranker\",\"query\":\"%s\",\"documents\":[\"%s\"]}"
            .formatted(prompt, prompt));
    chat("none-such", prompt);
    chat("vision", prompt);
    post("/v1/chat/completions", "{\"model\":\"utility\",\"messages\":[\"" + prompt);
    post("/v1/chat/completions", "{\"model\":\"utility\",\"messages\":[\"" + prompt + "\"]}");
    keep(Calls.chat(key.secret() + "x", "utility", prompt));
  }

  private void toAnUpstreamThatAnswers() throws IOException {
    Routing.Pool good = routing.pool(upstream.address());
    upstream.script(Script.answer(answer));
    routing.route(good);
    Await.until("the route", IN_FORCE, () -> chat(ALIAS, prompt).body().contains(answer));
    assertThat(upstream.received().getLast().authorization()).contains(credential);
    assertThat(upstream.received().getLast().body()).contains(prompt);

    routing.route(timeouts(20_000), routing.pool(ScriptedUpstream.nobody()), good);
    Await.until(
        "the answer by the fallback", IN_FORCE, () -> chat(ALIAS, prompt).statusCode() == 200);

    upstream.script(
        Script.stream(
            List.of(prompt, answer),
            exchange -> ScriptedUpstream.event(exchange.getResponseBody(), "[DONE]")));
    assertThat(stream()).contains(answer, "[DONE]");
    upstream.script(
        Script.stream(
            List.of(answer),
            exchange -> {
              throw new IOException("broken on purpose");
            }));
    assertThat(stream()).contains(answer).doesNotContain("[DONE]");
    try (InputStream left = open()) {
      assertThat(left.read()).isPositive();
    }
  }

  private InputStream open() {
    return Calls.stream(
            key.secret(), "/v1/chat/completions", Calls.chatBody(ALIAS, prompt, ",\"stream\":true"))
        .body();
  }

  private String stream() throws IOException {
    try (InputStream events = open()) {
      return new String(events.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, Integer> timeouts(int firstByteMs) {
    return Map.of(
        "connectMs", 1_000, "firstByteMs", firstByteMs, "idleMs", 20_000, "totalMs", 60_000);
  }

  private void toAnUpstreamThatFails() {
    routing.route(routing.pool(upstream.address()));
    for (int status : List.of(400, 401, 404, 422, 429, 500, 503)) {
      upstream.script(repeating(status));
      chat(ALIAS, prompt);
    }
    upstream.script(
        exchange -> {
          throw new IOException("broken on purpose");
        });
    assertThat(chat(ALIAS, prompt).statusCode()).isEqualTo(502);

    upstream.script(exchange -> LockSupport.parkNanos(Duration.ofSeconds(2).toNanos()));
    routing.route(timeouts(300), routing.pool(upstream.address()));
    Await.until(
        "the timeout", Duration.ofSeconds(5), () -> chat(ALIAS, prompt).statusCode() == 504);
  }

  /** A provider that repeats what it was sent, credential and prompt, in its error. */
  private Script repeating(int status) {
    return exchange -> {
      String sent = exchange.getRequestHeaders().getFirst("Authorization") + " " + prompt;
      byte[] body =
          ("{\"error\":{\"message\":\"You sent " + sent + "\"}}").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    };
  }

  private void throughGuardrails() {
    upstream.script(Script.answer("It was " + redacted));
    routing.route(routing.pool(upstream.address()));
    HttpResponse<String> screened =
        Await.value(
            "the answer with its text redacted",
            Duration.ofSeconds(5),
            () ->
                Optional.of(chat(ALIAS, "Repeat " + redacted))
                    .filter(response -> response.statusCode() == 200));
    assertThat(screened.body()).contains("[redacted:it-redacts]").doesNotContain(redacted);
    assertThat(upstream.received().getLast().body()).doesNotContain(redacted);
    HttpResponse<String> refused = chat(ALIAS, "Repeat " + blocked);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("it-blocks").doesNotContain(blocked);
  }

  private void untilTheBudgetIsSpentAndTheWebhookTold() {
    upstream.script(Script.answer(answer));
    Await.until(
        "the end of the budget",
        Duration.ofSeconds(10),
        () -> keep(Calls.chat(poor.secret(), ALIAS, prompt)).body().contains("budget_exceeded"));
    Await.until(
        "the webhook's call",
        TOLD,
        () -> receiver.received().stream().anyMatch(call -> call.body().contains("budget.")));
  }

  /** Looks at what the gateway explains of a call; false where it knows nothing of it. */
  private boolean explained(String requestId) {
    HttpResponse<String> explained =
        Calls.get(key.secret(), "/v1/requests/" + requestId + "/explain");
    canaries.silent("the explanation of a call", explained.body());
    return explained.statusCode() == 200;
  }
}

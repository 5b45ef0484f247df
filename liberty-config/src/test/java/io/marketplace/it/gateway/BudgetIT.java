package io.marketplace.it.gateway;

import static io.marketplace.it.control.ControlApi.as;
import static io.marketplace.it.gateway.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.Access.IssuedKey;
import io.marketplace.it.control.Await;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Ledger;
import io.marketplace.it.control.Routing;
import io.marketplace.it.gateway.ScriptedUpstream.Script;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Budgets from the control API to the gateway's answers and back into what readers see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetIT {
  /** A change of configuration must be in force. */
  private static final Duration IN_FORCE = Duration.ofSeconds(1);

  /** Calls are in the ledger. */
  private static final Duration BOOKED = Duration.ofSeconds(10);

  private static final String SIGNAL = "Marketplace-Budget-Signal";

  /**
   * 500 and 8 tokens at the prices of {@link Routing}: 0.000516 US dollars, less than is reserved.
   */
  private static final Script ANSWER =
      exchange -> {
        byte[] body =
            """
            {"id":"c","object":"chat.completion","created":1,"model":"it-model","choices":[{"index":0,
             "message":{"role":"assistant","content":"yes"},"finish_reason":"stop"}],
             "usage":{"prompt_tokens":500,"completion_tokens":8,"total_tokens":508}}"""
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      };

  private static final Script STREAM =
      Script.stream(
          List.of("yes"), exchange -> ScriptedUpstream.event(exchange.getResponseBody(), "[DONE]"));

  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final Routing routing = new Routing("it-budget", "code");
  private String application = "";

  @BeforeAll
  void prepare() {
    upstream.script(ANSWER);
    routing.route(routing.pool(upstream.address()));
    application = Access.application(Access.fresh("it-budget"));
    Access.grant(application, "code");
  }

  @AfterAll
  void restore() {
    routing.close();
    upstream.close();
  }

  private IssuedKey key(Map<String, Object> more) {
    return Access.key(application, List.of("code"), more);
  }

  private HttpResponse<String> call(IssuedKey key, String... headers) {
    return Calls.chat(key.secret(), routing.alias(), "hi", headers);
  }

  private static BigDecimal cost(HttpResponse<?> answer) {
    return new BigDecimal(answer.headers().firstValue(Calls.COST).orElse("0"));
  }

  private static boolean isSoft(HttpResponse<?> answer) {
    return answer.headers().firstValue(SIGNAL).filter("soft"::equals).isPresent();
  }

  /** The budget of that scope, which is none of the last page. */
  private static String budgetOf(String scope) {
    return Objects.requireNonNull(
        as(Caller.DEVELOPER)
            .get("/budgets?limit=200")
            .jsonPath()
            .getString("items.find { it.scope.id == '" + scope + "' }.id"));
  }

  private static BigDecimal spent(String budget) {
    JsonPath read = as(Caller.DEVELOPER).get("/budgets/{id}", budget).jsonPath();
    return new BigDecimal(read.getString("spentUsd"));
  }

  @Test
  void aBudgetWarnsStopsAndGoesOnWhenItIsRaised() throws IOException {
    IssuedKey key = key(Map.of("budget", Map.of("period", "day", "capUsd", "0.006")));
    String budget = budgetOf(key.id());
    BigDecimal softLine = new BigDecimal("0.0048");

    BigDecimal spent = BigDecimal.ZERO;
    while (spent.compareTo(softLine) < 0) {
      HttpResponse<String> answer = call(key);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(cost(answer)).isEqualByComparingTo("0.000516");
      spent = spent.add(cost(answer));
      assertThat(isSoft(answer)).as("after " + spent).isEqualTo(spent.compareTo(softLine) >= 0);
    }
    upstream.script(STREAM);
    HttpResponse<InputStream> stream =
        Calls.stream(
            key.secret(),
            "/v1/chat/completions",
            Calls.chatBody(routing.alias(), "hi", ",\"stream\":true"));
    assertThat(new String(stream.body().readAllBytes(), StandardCharsets.UTF_8)).contains("[DONE]");
    assertThat(isSoft(stream)).isTrue();
    upstream.script(ANSWER);

    HttpResponse<String> refused = call(key);
    while (refused.statusCode() == 200) {
      assertThat(isSoft(refused)).isTrue();
      refused = call(key);
    }
    Map<String, Object> error = assertProblem(refused, 429, "budget_exceeded");
    assertThat(String.valueOf(error.get("message"))).contains("key");
    assertThat(refused.headers().firstValue("x-should-retry")).contains("false");
    int reached = upstream.received().size();
    assertThat(call(key).statusCode()).isEqualTo(429);
    assertThat(upstream.received()).hasSize(reached);

    assertThat(spent(budget)).isLessThanOrEqualTo(new BigDecimal("0.006"));
    Await.until(
        "both signals",
        BOOKED,
        () ->
            as(Caller.DEVELOPER)
                .get("/budgets/signals?limit=50")
                .jsonPath()
                .getList("items.findAll { it.budgetId == '" + budget + "' }.kind")
                .containsAll(List.of("soft", "exhausted")));
    raise(budget, "0.012");
    Await.until("calls after the raise", IN_FORCE, () -> call(key).statusCode() == 200);
  }

  private static void raise(String budget, String cap) {
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    String raise =
        as(Caller.DEVELOPER)
            .body(Map.of("capUsd", cap, "until", tomorrow.toString(), "reason", "a launch"))
            .post("/budgets/{id}/raises", budget)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(Caller.APPROVER)
        .post("/budgets/{id}/raises/{raise}/approve", budget, raise)
        .then()
        .statusCode(200)
        .body("inForceUsd", equalTo(cap));
  }

  @Test
  void aBudgetThatIsSetLaterKnowsWhatWasSpentBefore() {
    String application = Access.application(Access.fresh("it-budget-later"));
    Access.grant(application, "code");
    IssuedKey key = Access.key(application, List.of("code"), Map.of());
    for (int i = 0; i < 3; i++) {
      // in the ledger before the next step
      assertThat(Ledger.row(Calls.requestId(call(key))).getString("costUsd")).isEqualTo("0.000516");
    }
    Map<String, Object> scope = Map.of("type", "application", "id", application);
    as(Caller.APPROVER)
        .body(Map.of("scope", scope, "period", "month", "capUsd", "0.001547"))
        .put("/budgets")
        .then()
        .statusCode(409)
        .body("field", equalTo("capUsd"))
        .body("detail", containsString("0.001548 USD"));
    String budget =
        as(Caller.APPROVER)
            .body(Map.of("scope", scope, "period", "month", "capUsd", "0.0016"))
            .put("/budgets")
            .then()
            .statusCode(200)
            .body("spentUsd", equalTo("0.001548"))
            .body("state", equalTo("soft"))
            .extract()
            .path("id");
    Await.until("the refusal", IN_FORCE, () -> call(key).statusCode() == 429);
    assertProblem(call(key), 429, "budget_exceeded");
    as(Caller.APPROVER).delete("/budgets/{id}", budget).then().statusCode(204);
    Await.until("calls without the budget", IN_FORCE, () -> call(key).statusCode() == 200);
  }

  @Test
  void newLabelsAreNoWayRoundABudgetOnOne() {
    IssuedKey key = key(Map.of("labelValuesMax", 1));
    String known = Access.fresh("agent");
    String budget =
        as(Caller.APPROVER)
            .body(
                Map.of(
                    "scope",
                    Map.of("type", "agent", "id", known),
                    "period",
                    "month",
                    "capUsd",
                    "1"))
            .put("/budgets")
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    Await.until(
        "a label too many",
        IN_FORCE,
        () -> call(key, "Marketplace-Agent", Access.fresh("fresh")).statusCode() == 429);
    HttpResponse<String> refused = call(key, "Marketplace-Agent", "one-more");
    Map<String, Object> error = assertProblem(refused, 429, "budget_exceeded");
    assertThat(String.valueOf(error.get("message"))).contains("labelValuesMax");
    assertThat(call(key, "Marketplace-Agent", known).statusCode()).isEqualTo(200);
    assertThat(call(key).statusCode()).isEqualTo(200);
    as(Caller.APPROVER).delete("/budgets/{id}", budget).then().statusCode(204);
  }
}

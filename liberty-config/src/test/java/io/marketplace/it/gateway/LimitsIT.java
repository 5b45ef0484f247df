package io.marketplace.it.gateway;

import static io.marketplace.it.control.ControlApi.as;
import static io.marketplace.it.gateway.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.Access.IssuedKey;
import io.marketplace.it.control.Await;
import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Limits from the control API to the answers of the gateway and back into what readers see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {
  /** A change of configuration must be in force. */
  private static final Duration IN_FORCE = Duration.ofSeconds(1);

  /** The gateways tell of use every 5 s. */
  private static final Duration TOLD = Duration.ofSeconds(12);

  private IssuedKey key = new IssuedKey("", "");

  @BeforeAll
  void prepare() {
    String application = Access.application(Access.fresh("it-limits"));
    Access.grant(application, "embedding");
    key = Access.key(application, List.of("embedding"));
    Await.until("a call with the key", IN_FORCE, () -> call().statusCode() == 200);
  }

  private HttpResponse<String> call() {
    return Calls.post(key.secret(), "/v1/embeddings", "{\"model\":\"embedding\",\"input\":\"hi\"}");
  }

  @Test
  void aLimitHoldsTellsWhenToComeBackAndItsUseIsSeen() {
    String id =
        as(Caller.APPROVER)
            .body(Map.of("scope", Map.of("type", "key", "id", key.id()), "requestsPerMinute", 3))
            .put("/limits")
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    Await.until(
        "the limit's header",
        IN_FORCE,
        () -> call().headers().firstValue("x-ratelimit-limit-requests").isPresent());
    Await.until("the refusal", IN_FORCE, () -> call().statusCode() == 429);

    HttpResponse<String> refused = call();
    assertProblem(refused, 429, "rate_limit_exceeded");
    assertThat(refused.headers().firstValue("x-ratelimit-limit-requests")).contains("3");
    assertThat(refused.headers().firstValue("x-ratelimit-remaining-requests")).contains("0");
    assertThat(refused.headers().firstValueAsLong("retry-after").orElse(0)).isBetween(1L, 20L);

    Await.until(
        "the limit's use",
        TOLD,
        () -> {
          JsonPath limit = as(Caller.DEVELOPER).get("/limits/{id}", id).jsonPath();
          return limit.get("use") != null
              && limit.getLong("use.requests") >= 3
              && limit.getLong("use.refused") > 0;
        });

    as(Caller.APPROVER).delete("/limits/{id}", id).then().statusCode(204);
    Await.until("calls without the limit", IN_FORCE, () -> call().statusCode() == 200);
    assertThat(call().headers().firstValue("x-ratelimit-limit-requests")).isEmpty();
  }
}

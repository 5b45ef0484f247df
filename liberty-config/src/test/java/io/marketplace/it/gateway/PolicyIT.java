package io.marketplace.it.gateway;

import static io.marketplace.it.control.ControlApi.as;
import static io.marketplace.it.gateway.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.Await;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Started;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a policy says is in force at the gateway within a second, for its tenant alone. */
class PolicyIT {

  private static final String EMBEDDINGS = "/v1/embeddings";
  private static final String BODY = "{\"model\":\"embedding\",\"input\":\"hi\"}";
  private static final Map<String, Object> AS_THE_PLATFORM = Map.of("include", "platform");

  private static void put(List<Map<String, Object>> rules) {
    as(Caller.APPROVER)
        .body(Map.of("rules", rules, "note", "An integration test"))
        .put("/policies")
        .then()
        .statusCode(200);
  }

  private static HttpResponse<String> call(String key) {
    return Calls.post(key, EMBEDDINGS, BODY);
  }

  @AfterEach
  void asItWas() {
    put(List.of(AS_THE_PLATFORM));
    Await.until(
        "the policy as it was",
        Duration.ofSeconds(1),
        () -> call(Started.key()).statusCode() == 200);
  }

  @Test
  void aTenantsDenialHoldsWithinASecondAndIsExplained() {
    assertThat(call(Started.key()).statusCode()).isEqualTo(200);
    put(
        List.of(
            AS_THE_PLATFORM,
            Map.of(
                "name",
                "it-contract",
                "effect",
                "deny",
                "sensitivities",
                List.of("internal"),
                "when",
                List.of(
                    Map.of(
                        "attribute",
                        "contract",
                        "test",
                        "none-of",
                        "values",
                        List.of("nobody-has-this-one"))))));
    HttpResponse<String> refused =
        Await.value(
            "the denial",
            Duration.ofSeconds(1),
            () -> Optional.of(call(Started.key())).filter(answer -> answer.statusCode() == 403));

    Map<String, Object> error = assertProblem(refused, 403, "no_lawful_route");
    assertThat(String.valueOf(error.get("message"))).contains("it-contract");
    String id = refused.headers().firstValue(Calls.REQUEST_ID).orElseThrow();
    assertThat(Calls.get(Started.key(), "/v1/requests/" + id + "/explain").body())
        .contains("it-contract", "tenant policy", "platform policy");
    assertThat(call(Started.variable("OTHER_TENANT_API_KEY")).statusCode()).isEqualTo(200);
  }
}

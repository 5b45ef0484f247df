package io.marketplace.it.control;

import static io.marketplace.it.control.ControlApi.as;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Optional;

/** Usage rows as the first demo tenant's approver reads them. */
public final class Ledger {
  /** How soon a call must show. */
  public static final Duration SOON = Duration.ofSeconds(5);

  private Ledger() {}

  /** The row of a call, which must come {@link #SOON}. */
  public static JsonPath row(String requestId) {
    return Await.value(
        "the usage row of " + requestId,
        SOON,
        () -> {
          Response answer = as(Caller.APPROVER).get("/usage/requests/{id}", requestId);
          return answer.statusCode() == 200 ? Optional.of(answer.jsonPath()) : Optional.empty();
        });
  }

  /** Sums of the calls that bear an agent's name. */
  public static JsonPath sums(String groupBy, String agent) {
    return as(Caller.APPROVER)
        .queryParam("groupBy", groupBy)
        .queryParam("agent", agent)
        .get("/usage")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}

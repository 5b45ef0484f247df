package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static io.marketplace.it.control.ControlApi.gateway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Ledger;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageIT {

  @Test
  void aCallShowsInTheLedgerTheSumsAndTheTable() {
    String agent = Access.fresh("=1+1");
    Response call =
        gateway()
            .header("Marketplace-Agent", agent)
            .body(Map.of("model", "embedding", "input", "An integration test"))
            .post("/v1/embeddings");
    call.then().statusCode(200);
    String id = call.header("Marketplace-Request-Id");
    JsonPath row = Ledger.row(id);
    assertThat(row.getString("requestId")).isEqualTo(id);
    assertThat(row.getString("tier")).isEqualTo("embedding");
    assertThat(row.getLong("promptTokens")).isPositive();
    assertThat(row.getString("costUsd")).isNotNull();
    assertThat(row.getString("attribution.agent")).isEqualTo(agent);
    assertThat(row.getString("latencyMs")).isNotNull();
    as(Caller.APPROVER)
        .queryParam("groupBy", "agent,tier")
        .queryParam("agent", agent)
        .get("/usage")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].group.agent", equalTo(agent))
        .body("items[0].group.tier", equalTo("embedding"))
        .body("items[0].requests", equalTo(1));
    String table =
        as(Caller.APPROVER)
            .accept("text/csv")
            .queryParam("groupBy", "agent")
            .queryParam("agent", agent)
            .get("/usage")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .extract()
            .asString();
    assertThat(table).contains("'" + agent).doesNotContain("\n=");
    String rows =
        as(Caller.APPROVER)
            .accept("text/csv")
            .queryParam("agent", agent)
            .get("/usage/requests")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(rows).contains(id, "'" + agent);
  }

  @Test
  void everyDimensionIsAnswered() {
    for (String dimension :
        new String[] {"agent", "workflow", "customer", "application", "key", "tier", "day"}) {
      as(Caller.DEVELOPER)
          .queryParam("groupBy", dimension)
          .get("/usage")
          .then()
          .statusCode(200)
          .body("items", notNullValue());
    }
    as(Caller.DEVELOPER).get("/usage").then().statusCode(200);
    as(Caller.DEVELOPER).get("/usage/requests").then().statusCode(200);
    as(Caller.DEVELOPER).get("/usage/grants").then().statusCode(200);
  }
}

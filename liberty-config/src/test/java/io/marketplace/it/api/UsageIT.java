package io.marketplace.it.api;

import static io.marketplace.it.api.Marketplace.as;
import static io.marketplace.it.api.Marketplace.gateway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.marketplace.it.api.Marketplace.Client;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageIT {

  @Test
  void aCallShowsInTheLedgerTheSumsAndTheTable() throws InterruptedException {
    String agent = Marketplace.fresh("=1+1");
    Response call =
        gateway()
            .header("Marketplace-Agent", agent)
            .body(Map.of("model", "embedding", "input", "An integration test"))
            .post("/v1/embeddings");
    call.then().statusCode(200);
    String id = call.header("Marketplace-Request-Id");
    Response row = ledger(id);
    row.then()
        .statusCode(200)
        .body("requestId", equalTo(id))
        .body("tier", equalTo("embedding"))
        .body("promptTokens", greaterThan(0))
        .body("costUsd", notNullValue())
        .body("attribution.agent", equalTo(agent))
        .body("latencyMs", notNullValue());
    as(Client.APPROVER)
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
        as(Client.APPROVER)
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
        as(Client.APPROVER)
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
      as(Client.DEVELOPER)
          .queryParam("groupBy", dimension)
          .get("/usage")
          .then()
          .statusCode(200)
          .body("items", notNullValue());
    }
    as(Client.DEVELOPER).get("/usage").then().statusCode(200);
    as(Client.DEVELOPER).get("/usage/requests").then().statusCode(200);
    as(Client.DEVELOPER).get("/usage/grants").then().statusCode(200);
  }

  // The gateway hands its rows over in batches.
  private static Response ledger(String id) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(10));
    Response row = as(Client.APPROVER).get("/usage/requests/{id}", id);
    while (row.statusCode() == 404 && Instant.now().isBefore(end)) {
      Thread.sleep(250);
      row = as(Client.APPROVER).get("/usage/requests/{id}", id);
    }
    return row;
  }
}

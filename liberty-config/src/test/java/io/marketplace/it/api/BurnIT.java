package io.marketplace.it.api;

import static io.marketplace.it.api.BadInputIT.problem;
import static io.marketplace.it.control.ControlApi.as;
import static io.marketplace.it.control.ControlApi.gateway;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.Await;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Ledger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BurnIT {

  @Test
  void aCallShowsWithinSeconds() {
    String agent = Access.fresh("burner");
    gateway()
        .header("Marketplace-Agent", agent)
        .body(Map.of("model", "embedding", "input", "An integration test"))
        .post("/v1/embeddings")
        .then()
        .statusCode(200);

    Await.until(
        "the call among those who spend",
        Ledger.SOON,
        () -> agents(Caller.APPROVER).contains(agent));
    assertThat(agents(Caller.ADMIN)).contains(agent);
  }

  private static String agents(Caller client) {
    return as(client).get("/usage/burn?by=agent&limit=200").asString();
  }

  @Test
  void whoBurnsMoneyNowIsToldWithItsPace() {
    as(Caller.DEVELOPER)
        .get("/usage/burn")
        .then()
        .statusCode(200)
        .body("from", notNullValue())
        .body("costUsdPerHour", notNullValue())
        .body("items.pace", everyItem(notNullValue()));
    as(Caller.APPROVER).get("/usage/burn?minutes=1440&by=tier").then().statusCode(200);
    for (String minutes : new String[] {"0", "1441", "-1", "now", "99999999999"}) {
      problem(as(Caller.APPROVER).get("/usage/burn?minutes={m}", minutes), 400)
          .then()
          .body("field", equalTo("minutes"));
    }
    for (String by : new String[] {"nobody", "agent,agent", ",", "agent,"}) {
      problem(as(Caller.APPROVER).get("/usage/burn?by={b}", by), 400)
          .then()
          .body("field", equalTo("by"));
    }
  }
}

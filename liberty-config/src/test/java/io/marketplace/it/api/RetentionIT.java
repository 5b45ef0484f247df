package io.marketplace.it.api;

import static io.marketplace.it.api.BadInputIT.problem;
import static io.marketplace.it.control.ControlApi.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionIT {

  @Test
  void anApproverSetsItReadsItAndSendsItBack() {
    Response before = as(Caller.APPROVER).get("/retention");
    before
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].leastDays", equalTo(184));
    int version = before.path("items[0].version");
    Response set =
        as(Caller.APPROVER).body(Map.of("days", 400, "version", version)).put("/retention");
    set.then()
        .statusCode(200)
        .body("days", equalTo(400))
        .body("forEver", equalTo(false))
        .body("version", equalTo(version + 1))
        .body("changedBy", notNullValue());
    Map<String, Object> read = new HashMap<>(set.path(""));
    as(Caller.APPROVER).body(read).put("/retention").then().statusCode(200);
    problem(
        as(Caller.APPROVER).body(Map.of("days", 300, "version", version)).put("/retention"), 409);
    as(Caller.APPROVER)
        .body(Map.of("forEver", true))
        .put("/retention")
        .then()
        .statusCode(200)
        .body("forEver", equalTo(true))
        .body("version", equalTo(version + 2));
    as(Caller.ADMIN).get("/retention").then().statusCode(200).body("items.size()", greaterThan(1));
  }

  @Test
  void whatTheLawOrTheRolesForbidIsRefusedByField() {
    for (int days : new int[] {0, 183, 3_661, -4}) {
      problem(as(Caller.APPROVER).body(Map.of("days", days)).put("/retention"), 400)
          .then()
          .body("field", equalTo("days"));
    }
    problem(as(Caller.APPROVER).body(Map.of()).put("/retention"), 400);
    problem(as(Caller.APPROVER).body(Map.of("days", 200, "forEver", true)).put("/retention"), 400);
    problem(as(Caller.APPROVER).body(Map.of("days", "soon")).put("/retention"), 400);
    problem(as(Caller.DEVELOPER).body(Map.of("days", 200)).put("/retention"), 403);
    problem(as(Caller.DEVELOPER).get("/retention/preview?days=200"), 403);
    problem(as(Caller.ADMIN).body(Map.of("days", 200)).put("/retention"), 400)
        .then()
        .body("field", equalTo("tenantId"));
    problem(as(Caller.APPROVER).get("/retention/preview"), 400)
        .then()
        .body("field", equalTo("days"));
  }

  @Test
  void whatWouldGoIsToldWithoutAnyGoing() {
    as(Caller.APPROVER)
        .get("/retention/preview?days=184")
        .then()
        .statusCode(200)
        .body("calls", equalTo(0))
        .body("keptFrom", notNullValue());
  }
}

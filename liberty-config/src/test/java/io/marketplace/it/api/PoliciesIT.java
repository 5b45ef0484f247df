package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoliciesIT {

  @Test
  void thePlatformsPolicyIsReadByAll() {
    as(Caller.DEVELOPER)
        .get("/policies/platform")
        .then()
        .statusCode(200)
        .body("version", greaterThan(0))
        .body("rules.sensitivity", hasItem("internal"));
    as(Caller.DEVELOPER).get("/policies").then().statusCode(200);
  }

  @Test
  void thePolicyIsWrittenAgainAsItIs() {
    Response read = as(Caller.ADMIN).get("/policies/platform");
    Map<String, Object> policy = read.path("");
    int version = read.path("version");
    as(Caller.ADMIN)
        .body(policy)
        .put("/policies")
        .then()
        .statusCode(200)
        .body("version", equalTo(version + 1));
    as(Caller.ADMIN).body(policy).put("/policies").then().statusCode(409);
  }

  @Test
  void anEarlierVersionIsPutInForceAgain() {
    int version = as(Caller.ADMIN).get("/policies/platform").path("version");
    Object rules = as(Caller.ADMIN).get("/policies/platform").path("rules");
    as(Caller.ADMIN)
        .body(Map.of("to", version, "version", version, "note", "as it is"))
        .post("/policies/rollback")
        .then()
        .statusCode(200)
        .body("version", equalTo(version + 1))
        .body("rules", equalTo(rules));
    as(Caller.ADMIN)
        .body(Map.of("to", version, "version", version))
        .post("/policies/rollback")
        .then()
        .statusCode(409);
    as(Caller.ADMIN)
        .body(Map.of("to", 1_000_000))
        .post("/policies/rollback")
        .then()
        .statusCode(404);
    as(Caller.DEVELOPER).body(Map.of("to", 1)).post("/policies/rollback").then().statusCode(403);
  }

  @Test
  void aPreviewCountsLastWeeksCallsAndChangesNothing() {
    int version = as(Caller.ADMIN).get("/policies/platform").path("version");
    as(Caller.ADMIN)
        .body(Map.of("rules", List.of()))
        .post("/policies/preview")
        .then()
        .statusCode(200)
        .body("calls", greaterThanOrEqualTo(0))
        .body("moved", equalTo(0))
        .body("allowed", equalTo(0));
    as(Caller.ADMIN).get("/policies/platform").then().body("version", equalTo(version));
    as(Caller.DEVELOPER)
        .body(Map.of("rules", List.of()))
        .post("/policies/preview")
        .then()
        .statusCode(403);
  }

  @Test
  void aCallIsExplainedBeforeItIsMade() {
    as(Caller.DEVELOPER)
        .body(Map.of("sensitivity", "internal", "alias", "utility"))
        .post("/policies/decide")
        .then()
        .statusCode(200)
        .body("lawful", equalTo(true))
        .body("hops[0].decisions[0].policy", startsWith("platform policy"))
        .body("hops[0].decisions[0].rule", notNullValue());
    as(Caller.DEVELOPER)
        .body(Map.of("sensitivity", "internal", "alias", "no-such-alias"))
        .post("/policies/decide")
        .then()
        .statusCode(400)
        .body("field", equalTo("alias"));
  }

  @Test
  void sensitivitiesBearTheEnterprisesNames() {
    Response before = as(Caller.ADMIN).get("/sensitivities");
    before
        .then()
        .statusCode(200)
        .body("items.code", contains("public", "internal", "confidential", "restricted"));
    Map<String, Object> name = before.path("items[2]");
    as(Caller.ADMIN)
        .body(name)
        .put("/sensitivities/confidential")
        .then()
        .statusCode(200)
        .body("name", equalTo(name.get("name")));
    as(Caller.ADMIN).body(name).put("/sensitivities/confidential").then().statusCode(409);
    as(Caller.ADMIN).body(name).put("/sensitivities/cosmic").then().statusCode(404);
    as(Caller.APPROVER).body(name).put("/sensitivities/confidential").then().statusCode(403);
    as(Caller.ADMIN)
        .body(Map.of("name", "x", "words", List.of("public")))
        .put("/sensitivities/restricted")
        .then()
        .statusCode(400)
        .body("field", equalTo("words"));
  }

  @Test
  void aFaultIsPointedAt() {
    Map<String, Object> allow =
        Map.of(
            "name",
            "a",
            "sensitivities",
            List.of("internal"),
            "when",
            List.of(Map.of("attribute", "place", "test", "only", "values", List.of("Mars"))));
    as(Caller.ADMIN)
        .body(Map.of("rules", List.of(allow)))
        .put("/policies")
        .then()
        .statusCode(400)
        .body("pointer", equalTo("/rules/0/when/0"));
    Map<String, Object> circle =
        Map.of("name", "round", "rules", List.of(Map.of("include", "round")));
    as(Caller.ADMIN)
        .body(Map.of("rules", List.of(Map.of("include", "round")), "sets", List.of(circle)))
        .put("/policies")
        .then()
        .statusCode(400)
        .body("pointer", equalTo("/sets/0/rules/0/include"));
  }

  @Test
  void policiesThatCannotBeAreRefused() {
    as(Caller.DEVELOPER).body(Map.of("rules", List.of())).put("/policies").then().statusCode(403);
    as(Caller.ADMIN)
        .body(
            Map.of(
                "rules", List.of(Map.of("sensitivity", "cosmic", "jurisdictions", List.of("EU")))))
        .put("/policies")
        .then()
        .statusCode(400);
    as(Caller.APPROVER)
        .body(
            Map.of(
                "rules",
                List.of(Map.of("sensitivity", "restricted", "jurisdictions", List.of("Mars")))))
        .put("/policies")
        .then()
        .statusCode(400);
  }
}

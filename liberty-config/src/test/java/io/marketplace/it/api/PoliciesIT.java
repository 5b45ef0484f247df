package io.marketplace.it.api;

import static io.marketplace.it.api.Marketplace.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.marketplace.it.api.Marketplace.Client;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoliciesIT {

  @Test
  void thePlatformsPolicyIsReadByAll() {
    as(Client.DEVELOPER)
        .get("/policies/platform")
        .then()
        .statusCode(200)
        .body("version", greaterThan(0))
        .body("rules.sensitivity", hasItem("internal"));
    as(Client.DEVELOPER).get("/policies").then().statusCode(200);
  }

  @Test
  void thePolicyIsWrittenAgainAsItIs() {
    Response read = as(Client.ADMIN).get("/policies/platform");
    Map<String, Object> policy = read.path("");
    int version = read.path("version");
    as(Client.ADMIN)
        .body(policy)
        .put("/policies")
        .then()
        .statusCode(200)
        .body("version", equalTo(version + 1));
    as(Client.ADMIN).body(policy).put("/policies").then().statusCode(409);
  }

  @Test
  void anEarlierVersionIsPutInForceAgain() {
    int version = as(Client.ADMIN).get("/policies/platform").path("version");
    Object rules = as(Client.ADMIN).get("/policies/platform").path("rules");
    as(Client.ADMIN)
        .body(Map.of("to", version, "version", version, "note", "as it is"))
        .post("/policies/rollback")
        .then()
        .statusCode(200)
        .body("version", equalTo(version + 1))
        .body("rules", equalTo(rules));
    as(Client.ADMIN)
        .body(Map.of("to", version, "version", version))
        .post("/policies/rollback")
        .then()
        .statusCode(409);
    as(Client.ADMIN)
        .body(Map.of("to", 1_000_000))
        .post("/policies/rollback")
        .then()
        .statusCode(404);
    as(Client.DEVELOPER).body(Map.of("to", 1)).post("/policies/rollback").then().statusCode(403);
  }

  @Test
  void aPreviewCountsLastWeeksCallsAndChangesNothing() {
    int version = as(Client.ADMIN).get("/policies/platform").path("version");
    as(Client.ADMIN)
        .body(Map.of("rules", List.of()))
        .post("/policies/preview")
        .then()
        .statusCode(200)
        .body("calls", greaterThanOrEqualTo(0))
        .body("moved", equalTo(0))
        .body("allowed", equalTo(0));
    as(Client.ADMIN).get("/policies/platform").then().body("version", equalTo(version));
    as(Client.DEVELOPER)
        .body(Map.of("rules", List.of()))
        .post("/policies/preview")
        .then()
        .statusCode(403);
  }

  @Test
  void aCallIsExplainedBeforeItIsMade() {
    as(Client.DEVELOPER)
        .body(Map.of("sensitivity", "internal", "alias", "utility"))
        .post("/policies/decide")
        .then()
        .statusCode(200)
        .body("lawful", equalTo(true))
        .body("hops[0].decisions[0].policy", startsWith("platform policy"))
        .body("hops[0].decisions[0].rule", notNullValue());
    as(Client.DEVELOPER)
        .body(Map.of("sensitivity", "internal", "alias", "no-such-alias"))
        .post("/policies/decide")
        .then()
        .statusCode(400)
        .body("field", equalTo("alias"));
  }

  @Test
  void sensitivitiesBearTheEnterprisesNames() {
    Response before = as(Client.ADMIN).get("/sensitivities");
    before
        .then()
        .statusCode(200)
        .body("items.code", contains("public", "internal", "confidential", "restricted"));
    Map<String, Object> name = before.path("items[2]");
    as(Client.ADMIN)
        .body(name)
        .put("/sensitivities/confidential")
        .then()
        .statusCode(200)
        .body("name", equalTo(name.get("name")));
    as(Client.ADMIN).body(name).put("/sensitivities/confidential").then().statusCode(409);
    as(Client.ADMIN).body(name).put("/sensitivities/cosmic").then().statusCode(404);
    as(Client.APPROVER).body(name).put("/sensitivities/confidential").then().statusCode(403);
    as(Client.ADMIN)
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
    as(Client.ADMIN)
        .body(Map.of("rules", List.of(allow)))
        .put("/policies")
        .then()
        .statusCode(400)
        .body("pointer", equalTo("/rules/0/when/0"));
    Map<String, Object> circle =
        Map.of("name", "round", "rules", List.of(Map.of("include", "round")));
    as(Client.ADMIN)
        .body(Map.of("rules", List.of(Map.of("include", "round")), "sets", List.of(circle)))
        .put("/policies")
        .then()
        .statusCode(400)
        .body("pointer", equalTo("/sets/0/rules/0/include"));
  }

  @Test
  void policiesThatCannotBeAreRefused() {
    as(Client.DEVELOPER).body(Map.of("rules", List.of())).put("/policies").then().statusCode(403);
    as(Client.ADMIN)
        .body(
            Map.of(
                "rules", List.of(Map.of("sensitivity", "cosmic", "jurisdictions", List.of("EU")))))
        .put("/policies")
        .then()
        .statusCode(400);
    as(Client.APPROVER)
        .body(
            Map.of(
                "rules",
                List.of(Map.of("sensitivity", "restricted", "jurisdictions", List.of("Mars")))))
        .put("/policies")
        .then()
        .statusCode(400);
  }
}

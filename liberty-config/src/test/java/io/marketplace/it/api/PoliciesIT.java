package io.marketplace.it.api;

import static io.marketplace.it.api.Marketplace.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

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

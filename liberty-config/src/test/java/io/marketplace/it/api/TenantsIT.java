package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantsIT {

  @Test
  void aTenantSeesItselfAndThePlatformAllOfThem() {
    as(Caller.DEVELOPER).get("/tenants").then().statusCode(200).body("items.size()", equalTo(1));
    as(Caller.ADMIN)
        .get("/tenants")
        .then()
        .statusCode(200)
        .body("items.size()", greaterThanOrEqualTo(2))
        .body("next", nullValue());
  }

  @Test
  void thePlatformAddsTenantsAndTeams() {
    String slug = Access.fresh("it");
    Map<String, Object> told = Map.of("slug", slug, "name", "Integration test");
    as(Caller.APPROVER).body(told).post("/tenants").then().statusCode(403);
    String tenant =
        as(Caller.ADMIN).body(told).post("/tenants").then().statusCode(201).extract().path("id");
    as(Caller.ADMIN).body(told).post("/tenants").then().statusCode(409);
    String team =
        as(Caller.ADMIN)
            .body(Map.of("tenantId", tenant, "slug", "one", "name", "One"))
            .post("/teams")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(Caller.ADMIN).get("/teams/{id}", team).then().statusCode(200).body("slug", equalTo("one"));
    as(Caller.ADMIN)
        .body(Map.of("aboveBudgetUsd", "100", "fromSensitivity", "confidential"))
        .put("/tenants/{id}/second-approval", tenant)
        .then()
        .statusCode(200)
        .body("secondApproval.aboveBudgetUsd", equalTo("100"));
    as(Caller.ADMIN)
        .body(Map.of("slug", "Not A Slug", "name", "x"))
        .post("/tenants")
        .then()
        .statusCode(400)
        .body("field", equalTo("slug"));
  }

  @Test
  void anApplicationIsRegisteredRenamedAndArchived() {
    String team = Things.team();
    String id = Things.application();
    as(Caller.DEVELOPER)
        .get("/applications/{id}", id)
        .then()
        .statusCode(200)
        .body("team.id", equalTo(team))
        .body("team.name", notNullValue())
        .body("tenant.name", notNullValue());
    String name = Access.fresh("renamed");
    as(Caller.DEVELOPER)
        .body(Map.of("name", name, "description", "d"))
        .put("/applications/{id}", id)
        .then()
        .statusCode(200)
        .body("name", equalTo(name));
    as(Caller.DEVELOPER)
        .queryParam("q", name)
        .get("/applications")
        .then()
        .body("items.id", hasItem(id));
    as(Caller.DEVELOPER)
        .body(Map.of("teamId", team, "name", name))
        .post("/applications")
        .then()
        .statusCode(409);
    as(Caller.DEVELOPER).delete("/applications/{id}", id).then().statusCode(204);
    as(Caller.DEVELOPER)
        .body(Things.wish(id, "utility"))
        .post("/access-requests")
        .then()
        .statusCode(409);
  }
}

package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ?tenant=}: one tenant's things alone, for those who see all tenants. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantSightIT {

  private String own = "";
  private String other = "";

  @BeforeAll
  void findTheTenants() {
    own = as(Caller.DEVELOPER).get("/teams").path("items[0].tenant.id");
    other = as(Caller.ADMIN).get("/teams/{id}", Things.otherTeam()).path("tenant.id");
  }

  private static JsonPath read(Caller caller, String path, String tenant) {
    return as(caller)
        .queryParam("limit", 200)
        .queryParam("tenant", tenant)
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @ParameterizedTest
  @CsvSource({
    "/teams, items.tenant.id",
    "/applications, items.tenant.id",
    "/grants, items.tenant.id",
    "/usage/grants, items.tenantId",
  })
  void aListHoldsThatTenantsThingsAlone(String path, String field) {
    List<String> all =
        as(Caller.ADMIN).queryParam("limit", 200).get(path).jsonPath().getList(field, String.class);
    assertThat(all).contains(own, other);
    for (String tenant : List.of(own, other)) {
      assertThat(read(Caller.ADMIN, path, tenant).getList(field, String.class))
          .isNotEmpty()
          .containsOnly(tenant);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/access-requests, items.tenant.id",
    "/limits, items.tenant.id",
    "/budgets, items.tenantId",
    "/budgets/signals, items.tenantId",
    "/usage/requests, items.tenantId",
    "/policies, items.tenantId",
    "/guardrails, items.tenantId",
  })
  void nothingOfAnotherTenantStandsInListsThatMayBeEmpty(String path, String field) {
    for (String tenant : List.of(own, other)) {
      // what bears no tenant is the platform's, and holds for this tenant too
      assertThat(read(Caller.ADMIN, path, tenant).getList(field, String.class))
          .allMatch(whose -> whose == null || whose.equals(tenant));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/keys", "/audit"})
  void keysAndTheTrailBearItsNameAlone(String path) {
    for (String tenant : List.of(own, other)) {
      String name = as(Caller.ADMIN).get("/tenants/{id}", tenant).path("name");
      assertThat(read(Caller.ADMIN, path, tenant).getList("items.tenantName", String.class))
          .isNotEmpty()
          .containsOnly(name);
    }
  }

  @Test
  void sumsAreThatTenants() {
    List<String> tenants =
        as(Caller.ADMIN)
            .queryParam("groupBy", "tenant")
            .queryParam("tenant", own)
            .get("/usage")
            .jsonPath()
            .getList("items.group.tenant", String.class);
    assertThat(tenants).isSubsetOf(own);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/policies",
        "/guardrails",
        "/limits",
        "/budgets",
        "/keys",
        "/usage",
        "/usage/burn",
        "/usage/requests",
        "/applications",
        "/grants",
        "/access-requests",
        "/teams"
      })
  void whoBelongsToATenantFindsNoOther(String path) {
    BadInputIT.problem(as(Caller.APPROVER).queryParam("tenant", other).get(path), 404);
    as(Caller.APPROVER).queryParam("tenant", own).get(path).then().statusCode(200);
  }

  @Test
  void ofTheOwnTenantNothingIsTakenAway() {
    assertThat(read(Caller.APPROVER, "/keys", own).getList("items.id"))
        .isEqualTo(as(Caller.APPROVER).get("/keys?limit=200").jsonPath().getList("items.id"));
  }

  @Test
  void aTenantNobodyHasIsNotFound() {
    for (String tenant : List.of(UUID.randomUUID().toString(), "x", "' or true --")) {
      BadInputIT.problem(as(Caller.ADMIN).queryParam("tenant", tenant).get("/keys"), 404);
    }
    BadInputIT.problem(as(Caller.ADMIN).queryParam("tenant", own, other).get("/keys"), 400);
    as(Caller.ADMIN).queryParam("tenant", "").get("/keys").then().statusCode(200);
  }

  @Test
  void aThingOfAnotherTenantIsNotThere() {
    String team = Things.otherTeam();
    BadInputIT.problem(as(Caller.ADMIN).queryParam("tenant", own).get("/teams/{id}", team), 404);
    as(Caller.ADMIN).queryParam("tenant", other).get("/teams/{id}", team).then().statusCode(200);
  }

  @Test
  void aCursorOfOneTenantsListIsNoneOfAnothers() {
    String next =
        as(Caller.ADMIN)
            .queryParam("tenant", own)
            .queryParam("limit", 1)
            .get("/grants")
            .path("next");
    assertThat(next).isNotNull();
    BadInputIT.problem(
        as(Caller.ADMIN)
            .queryParam("tenant", other)
            .queryParam("limit", 1)
            .queryParam("cursor", next)
            .get("/grants"),
        400);
  }

  @Test
  void whatWouldChangeSomethingIsRefusedAndChangesNothing() {
    JsonPath before = as(Caller.ADMIN).get("/policies/platform").jsonPath();
    BadInputIT.problem(
        as(Caller.ADMIN)
            .queryParam("tenant", own)
            .body(Map.of("rules", List.of()))
            .put("/policies"),
        400);
    assertThat(as(Caller.ADMIN).get("/policies/platform").jsonPath().getInt("version"))
        .isEqualTo(before.getInt("version"));
  }
}

package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WithdrawalIT {

  private final String provider = Things.provider();
  private final String pool = Things.pool(provider);
  private final String alias = Access.fresh("it-gone");

  @Test
  void whatARouteUsesStaysUntilTheRouteIsRemoved() {
    put(Caller.ADMIN);
    for (String used : List.of("/providers/" + provider, "/pools/" + pool)) {
      as(Caller.ADMIN)
          .delete(used)
          .then()
          .statusCode(409)
          .body("code", equalTo("conflict"))
          .body("detail", containsString(alias));
    }
    as(Caller.ADMIN)
        .delete("/pools/{id}/models/it-model", pool)
        .then()
        .statusCode(409)
        .body("detail", containsString(alias));

    as(Caller.ADMIN).delete("/routes/{alias}", alias).then().statusCode(204);
    as(Caller.ADMIN).get("/routes/{alias}", alias).then().statusCode(404);
    as(Caller.ADMIN).delete("/routes/{alias}", alias).then().statusCode(404);
    as(Caller.ADMIN).delete("/pools/{id}", pool).then().statusCode(204);
    as(Caller.ADMIN).delete("/providers/{id}", provider).then().statusCode(204);
    as(Caller.ADMIN)
        .get("/providers/{id}", provider)
        .then()
        .statusCode(200)
        .body("archivedAt", notNullValue());
  }

  @Test
  void aTenantsRouteGivesWayToThePlatforms() {
    put(Caller.ADMIN);
    as(Caller.APPROVER).delete("/routes/{alias}", alias).then().statusCode(404);
    put(Caller.APPROVER);
    as(Caller.DEVELOPER).get("/routes/{alias}", alias).then().body("tenantId", notNullValue());

    as(Caller.DEVELOPER).delete("/routes/{alias}", alias).then().statusCode(403);
    as(Caller.APPROVER)
        .header("If-Match", "\"9\"")
        .delete("/routes/{alias}", alias)
        .then()
        .statusCode(409);
    as(Caller.APPROVER).delete("/routes/{alias}", alias).then().statusCode(204);

    as(Caller.DEVELOPER).get("/routes/{alias}", alias).then().body("tenantId", nullValue());
    as(Caller.APPROVER)
        .get("/routes/{alias}/versions", alias)
        .then()
        .body("items.removed.findAll { it }.size()", equalTo(1));
    as(Caller.ADMIN).delete("/routes/{alias}", alias).then().statusCode(204);
  }

  @Test
  void onlyThePlatformTakesItsOwnAway() {
    for (Caller client : List.of(Caller.DEVELOPER, Caller.APPROVER)) {
      as(client).delete("/providers/{id}", provider).then().statusCode(403);
      as(client).delete("/pools/{id}/models/it-model", pool).then().statusCode(403);
    }
    as(Caller.ADMIN).delete("/pools/{id}/models/no/such", pool).then().statusCode(404);
    as(Caller.ADMIN)
        .delete("/pools/{id}/models/it-model", pool)
        .then()
        .statusCode(409)
        .body("detail", containsString("last model"));
    as(Caller.ADMIN)
        .delete("/providers/{id}", "00000000-0000-7000-8000-000000000000")
        .then()
        .statusCode(404);
  }

  private void put(Caller client) {
    as(client)
        .body(
            Map.of(
                "tier",
                "utility",
                "candidates",
                List.of(Map.of("poolId", pool, "model", "it-model", "weight", 1))))
        .put("/routes/{alias}", alias)
        .then()
        .statusCode(200);
  }
}

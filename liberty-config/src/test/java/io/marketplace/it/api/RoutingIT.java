package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutingIT {

  @Test
  void aProvidersCredentialIsStoredAndNeverTold() {
    String provider = Things.provider();
    String secret = "sk-" + Access.fresh("credential");
    as(Caller.ADMIN)
        .get("/providers/{id}", provider)
        .then()
        .statusCode(200)
        .body("jurisdiction", equalTo("EU"))
        .body("attributes.dpa", equalTo(true))
        .body("credentialStoredAt", nullValue());
    as(Caller.ADMIN)
        .body(Map.of("secret", secret))
        .post("/providers/{id}/credentials", provider)
        .then()
        .statusCode(204);
    Response read = as(Caller.ADMIN).get("/providers/{id}", provider);
    read.then().body("credentialStoredAt", notNullValue());
    assertThat(read.asString()).doesNotContain(secret);
    assertThat(as(Caller.ADMIN).get("/audit?limit=50").asString()).doesNotContain(secret);
    Response bad =
        as(Caller.ADMIN)
            .body(Map.of("secret", secret + " with spaces"))
            .post("/providers/{id}/credentials", provider);
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.asString()).doesNotContain(secret);
  }

  @Test
  void aProviderIsChangedOnTheVersionThatWasRead() {
    String provider = Things.provider();
    Map<String, Object> read = as(Caller.ADMIN).get("/providers/{id}", provider).path("");
    Map<String, Object> changed = new HashMap<>(read);
    changed.put("jurisdiction", "US");
    as(Caller.ADMIN)
        .body(changed)
        .put("/providers/{id}", provider)
        .then()
        .statusCode(200)
        .body("jurisdiction", equalTo("US"));
    as(Caller.ADMIN).body(changed).put("/providers/{id}", provider).then().statusCode(409);
  }

  @Test
  void aPoolIsRegisteredPricedAndArchived() {
    String provider = Things.provider();
    String pool = Things.pool(provider);
    as(Caller.ADMIN)
        .get("/pools/{id}", pool)
        .then()
        .statusCode(200)
        .body("providerId", equalTo(provider))
        .body("models[0].promptUsdPerMillion", equalTo("0.1"))
        .body("models[0].priceVersion", equalTo(1));
    as(Caller.ADMIN)
        .body(
            Map.of(
                "model",
                "it-model",
                "promptUsdPerMillion",
                "0.20",
                "completionUsdPerMillion",
                "0.80"))
        .post("/pools/{id}/prices", pool)
        .then()
        .statusCode(201)
        .body("version", equalTo(2));
    as(Caller.ADMIN)
        .get("/pools/{id}/prices?model=it-model", pool)
        .then()
        .statusCode(200)
        .body("items.version", contains(2, 1));
    as(Caller.ADMIN).delete("/pools/{id}", pool).then().statusCode(204);
    as(Caller.ADMIN)
        .get("/pools/{id}", pool)
        .then()
        .statusCode(200)
        .body("archivedAt", notNullValue());
  }

  @Test
  void absurdPoolsAreRefused() {
    String provider = Things.provider();
    refused(provider, "models", List.of());
    refused(provider, "endpoints", List.of());
    refused(provider, "endpoints", List.of("ftp://127.0.0.1/"));
    refused(provider, "endpoints", List.of("http://169.254.169.254/latest"));
    refused(provider, "dialect", "klingon");
    refused(provider, "capacity", -1);
    refused(provider, "providerId", "00000000-0000-7000-8000-000000000000");
    refused(
        provider,
        "models",
        List.of(Map.of("name", "m", "promptUsdPerMillion", "-1", "completionUsdPerMillion", "1")));
  }

  @Test
  void endpointsAreShownToThePlatformAlone() {
    String pool = Things.pool(Things.provider());
    as(Caller.ADMIN).get("/pools/{id}", pool).then().body("endpoints.size()", equalTo(1));
    as(Caller.DEVELOPER).get("/pools/{id}", pool).then().body("endpoints.size()", equalTo(0));
  }

  @Test
  void aRouteIsWrittenInVersions() {
    String pool = Things.pool(Things.provider());
    String alias = Access.fresh("it-route");
    Map<String, Object> route = new HashMap<>();
    route.put("tier", "utility");
    route.put("candidates", List.of(Map.of("poolId", pool, "model", "it-model", "weight", 1)));
    route.put("fallback", List.of(List.of(Map.of("poolId", pool, "model", "it-model"))));
    route.put("timeouts", Map.of("connectMs", 500, "totalMs", 30_000));
    route.put("cache", Map.of("mode", "exact", "scope", "team"));
    as(Caller.DEVELOPER).body(route).put("/routes/{alias}", alias).then().statusCode(403);
    as(Caller.ADMIN)
        .body(route)
        .put("/routes/{alias}", alias)
        .then()
        .statusCode(200)
        .body("version", equalTo(1))
        .header("ETag", equalTo("\"1\""));
    as(Caller.ADMIN)
        .header("If-Match", "\"1\"")
        .body(route)
        .put("/routes/{alias}", alias)
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    as(Caller.ADMIN)
        .header("If-Match", "\"1\"")
        .body(route)
        .put("/routes/{alias}", alias)
        .then()
        .statusCode(409);
    as(Caller.APPROVER)
        .body(route)
        .put("/routes/{alias}", alias)
        .then()
        .statusCode(200)
        .body("tenantId", notNullValue())
        .body("version", equalTo(1));
    as(Caller.DEVELOPER)
        .get("/routes/{alias}", alias)
        .then()
        .statusCode(200)
        .body("tenantId", notNullValue())
        .body("timeouts.connectMs", equalTo(500))
        .body("cache.mode", equalTo("exact"));
    as(Caller.ADMIN)
        .get("/routes/{alias}", alias)
        .then()
        .body("tenantId", nullValue())
        .body("version", equalTo(2));
    as(Caller.ADMIN)
        .get("/routes/{alias}/versions", alias)
        .then()
        .statusCode(200)
        .body("items.size()", greaterThanOrEqualTo(2));
  }

  @Test
  void anUnknownAliasAndAnUnknownCandidateAreTold() {
    as(Caller.DEVELOPER)
        .get("/routes/none-such")
        .then()
        .statusCode(404)
        .body("code", equalTo("model_not_found"));
    as(Caller.ADMIN)
        .body(
            Map.of(
                "tier",
                "utility",
                "candidates",
                List.of(Map.of("poolId", "00000000-0000-7000-8000-000000000000", "model", "m"))))
        .put("/routes/{alias}", Access.fresh("it"))
        .then()
        .statusCode(400);
  }

  @Test
  void poolsAndFiguresAreReported() {
    as(Caller.DEVELOPER).get("/pool-statuses").then().statusCode(200);
    as(Caller.ADMIN).get("/kpis").then().statusCode(200).body("costUsd", notNullValue());
    as(Caller.DEVELOPER).get("/kpis").then().statusCode(403);
  }

  private static void refused(String provider, String field, Object value) {
    Map<String, Object> pool = Things.poolOf(provider);
    pool.put(field, value);
    as(Caller.ADMIN)
        .body(pool)
        .post("/pools")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }
}

package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes what a test needs, through the API itself. */
final class Things {

  private Things() {}

  /** The first tenant's team that the developer belongs to. */
  static String team() {
    return Access.team();
  }

  /** A team of a tenant that the developer does not belong to. */
  static String otherTeam() {
    String own =
        as(Caller.DEVELOPER)
            .get("/teams")
            .then()
            .statusCode(200)
            .extract()
            .path("items[0].tenant.id");
    List<String> others =
        as(Caller.ADMIN)
            .get("/teams?limit=200")
            .then()
            .statusCode(200)
            .extract()
            .path("items.findAll { it.tenant.id != '" + own + "' && it.applications > 0 }.id");
    return others.stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the demo has a second tenant in use"));
  }

  static String application(Caller client, String team) {
    return Access.application(client, team, Access.fresh("it"));
  }

  /** A fresh application of the developer's. */
  static String application() {
    return application(Caller.DEVELOPER, team());
  }

  static Map<String, Object> wish(String application, String tier) {
    return Access.wish(application, tier);
  }

  /** A pending request of {@code client}'s. */
  static String request(Caller client, String application, String tier) {
    return Access.request(client, application, tier);
  }

  /** A granted tier; the grant's identifier. */
  static String grant(String application, String tier) {
    return Access.grant(application, tier);
  }

  /** A key for a granted tier; identifier and secret. */
  static Map<String, Object> key(Caller client, String application, String tier) {
    return as(client)
        .body(Map.of("name", "it", "tiers", List.of(tier)))
        .post("/applications/{id}/keys", application)
        .then()
        .statusCode(201)
        .extract()
        .path("");
  }

  static String provider() {
    return as(Caller.ADMIN)
        .body(
            Map.of(
                "name",
                Access.fresh("it-provider"),
                "jurisdiction",
                "EU",
                "processingPlaces",
                List.of("Frankfurt"),
                "attributes",
                Map.of("dpa", true)))
        .post("/providers")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static Map<String, Object> poolOf(String provider) {
    Map<String, Object> pool = new HashMap<>();
    pool.put("name", Access.fresh("it-pool"));
    pool.put("providerId", provider);
    pool.put("engine", "vllm");
    pool.put("dialect", "openai");
    pool.put("endpoints", List.of("http://127.0.0.1:9/v1"));
    pool.put("region", "eu-central");
    pool.put(
        "models",
        List.of(
            Map.of(
                "name",
                "it-model",
                "promptUsdPerMillion",
                "0.10",
                "completionUsdPerMillion",
                "0.40",
                "contextTokens",
                8192)));
    return pool;
  }

  static String pool(String provider) {
    return as(Caller.ADMIN)
        .body(poolOf(provider))
        .post("/pools")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}

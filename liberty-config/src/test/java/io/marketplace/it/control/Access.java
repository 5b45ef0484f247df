package io.marketplace.it.control;

import static io.marketplace.it.control.ControlApi.as;
import static io.restassured.RestAssured.given;

import io.marketplace.it.control.ControlApi.Caller;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Applications, grants and keys of the first demo tenant, made through the API. */
public final class Access {
  private Access() {}

  /** A key and its secret. */
  public record IssuedKey(String id, String secret) {}

  /** A name that no other run used. */
  public static String fresh(String stem) {
    return stem + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** The developer's team. */
  public static String team() {
    return as(Caller.DEVELOPER).get("/teams").then().statusCode(200).extract().path("items[0].id");
  }

  /** A new application of the developer's team. */
  public static String application(String name) {
    return application(Caller.DEVELOPER, team(), name);
  }

  /** A new application of a team that the caller may act for. */
  public static String application(Caller caller, String team, String name) {
    return as(caller)
        .body(Map.of("teamId", team, "name", name))
        .post("/applications")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** What a request for a tier says. */
  public static Map<String, Object> wish(String application, String tier) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("applicationId", application);
    wish.put("tier", tier);
    wish.put("purpose", "An integration test");
    wish.put("sensitivity", "internal");
    wish.put("budgetUsd", "25.50");
    wish.put("until", "2028-01-31T00:00:00Z");
    return wish;
  }

  /** Asks for a tier; the request's identifier. */
  public static String request(Caller caller, String application, String tier) {
    return as(caller)
        .body(wish(application, tier))
        .post("/access-requests")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** Asks for a tier as the developer and approves as the approver; the grant's identifier. */
  public static String grant(String application, String tier) {
    return as(Caller.APPROVER)
        .body(Map.of("reason", "fine"))
        .post("/access-requests/{id}/approve", request(Caller.DEVELOPER, application, tier))
        .then()
        .statusCode(200)
        .extract()
        .path("grantId");
  }

  /** A key of an application for tiers it was granted, once the gateway knows it. */
  public static IssuedKey key(String application, List<String> tiers) {
    return key(application, tiers, Map.of());
  }

  /** The same with more to say, such as {@code expiresAt}. */
  public static IssuedKey key(String application, List<String> tiers, Map<String, Object> more) {
    Map<String, Object> wish = new HashMap<>(more);
    wish.put("name", fresh("it"));
    wish.put("tiers", tiers);
    Map<String, String> made =
        as(Caller.DEVELOPER)
            .body(wish)
            .post("/applications/{id}/keys", application)
            .then()
            .statusCode(201)
            .extract()
            .path("");
    IssuedKey key =
        new IssuedKey(
            made.getOrDefault("id", "no identifier"), made.getOrDefault("secret", "no secret"));
    Await.until("the key at the gateway", Duration.ofSeconds(1), () -> isKnown(key));
    return key;
  }

  private static boolean isKnown(IssuedKey key) {
    // A key that is known may still be refused, for example from this network.
    return given().auth().oauth2(key.secret()).get(Started.gateway("/v1/models")).statusCode()
        != 401;
  }

  /** A key of a new application that was granted these tiers. */
  public static IssuedKey granted(String... tiers) {
    String application = application(fresh("it"));
    for (String tier : tiers) {
      grant(application, tier);
    }
    return key(application, List.of(tiers));
  }
}

package io.marketplace.it.journey;

import static io.marketplace.it.control.ControlApi.as;
import static io.restassured.RestAssured.given;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Ledger;
import io.marketplace.it.control.Started;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** An address of each page that shows one thing of many. */
final class PageExamples {
  private final Map<String, Supplier<String>> makers =
      Map.of(
          "tiers/:tier", () -> "tiers/utility",
          "models/:slug", () -> "models/" + first(Caller.DEVELOPER, "/models", "id"),
          "requests/:id", () -> "requests/" + request(),
          "pools/:id", () -> "pools/" + first(Caller.ADMIN, "/pools", "id"),
          "routes/:alias", () -> "routes/utility",
          "reconciliation/:id", () -> "reconciliation/" + invoice(),
          "explain/:id", () -> "explain/" + call());
  private final Map<String, String> made = new HashMap<>();

  /**
   * The address of an example.
   *
   * @throws AssertionError for a page that wants a parameter and has no example here
   */
  String address(String template) {
    String bare = template.replaceAll("/:[a-z]+\\?", "");
    if (!bare.contains(":")) {
      return bare;
    }
    Supplier<String> maker = makers.get(bare);
    if (maker == null) {
      throw new AssertionError("a new page without an example of its address: " + template);
    }
    return made.computeIfAbsent(bare, key -> maker.get());
  }

  private static String first(Caller caller, String list, String field) {
    return as(caller).get(list).then().statusCode(200).extract().path("items[0]." + field);
  }

  private static String request() {
    Map<String, Object> wish = Access.wish(Access.application(Access.fresh("Pages")), "vision");
    wish.put("purpose", "Reads <b>scans</b> of forms");
    return as(Caller.DEVELOPER)
        .body(wish)
        .post("/access-requests")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String invoice() {
    return as(Caller.ADMIN)
        .contentType("text/csv")
        .body("day,model,cost_usd\n2026-01-01,%s,1.25\n".formatted(Access.fresh("model")))
        .post(
            "/reconciliations?providerId={id}&format=plain&name=example",
            first(Caller.ADMIN, "/providers", "id"))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String call() {
    String id =
        given()
            .auth()
            .oauth2(Started.key())
            .contentType(ContentType.JSON)
            .body(Map.of("model", "embedding", "input", "an example"))
            .post(Started.gateway("/v1/embeddings"))
            .then()
            .statusCode(200)
            .extract()
            .header("Marketplace-Request-Id");
    Object unused = Ledger.row(id);
    return id;
  }
}

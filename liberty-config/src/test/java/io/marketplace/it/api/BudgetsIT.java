package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetsIT {

  private static Map<String, Object> wish(String type, String id, String cap) {
    Map<String, Object> wish = new HashMap<>();
    wish.put("scope", Map.of("type", type, "id", id));
    wish.put("period", "month");
    wish.put("capUsd", cap);
    wish.put("softPercent", 80);
    return wish;
  }

  private static ValidatableResponse put(Caller caller, Map<String, Object> wish) {
    return as(caller).body(wish).put("/budgets").then();
  }

  private static String set(String application, String cap) {
    return put(Caller.APPROVER, wish("application", application, cap))
        .statusCode(200)
        .extract()
        .path("id");
  }

  /** Has the developer make it; its identifier. */
  private static String made(Map<String, Object> what, String path, String of) {
    return as(Caller.DEVELOPER)
        .body(what)
        .post(path, of)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void aBudgetIsSetReadAndRemoved() {
    String application = Things.application();
    String id = set(application, "12.50");
    put(Caller.APPROVER, wish("application", application, "12.50"))
        .statusCode(200)
        .body("id", equalTo(id));
    as(Caller.DEVELOPER)
        .get("/budgets/{id}", id)
        .then()
        .statusCode(200)
        .body("scope.id", equalTo(application))
        .body("capUsd", equalTo("12.5"))
        .body("spentUsd", equalTo("0"))
        .body("state", equalTo("ok"))
        .body("timeZone", equalTo("UTC"));
    as(Caller.APPROVER)
        .get("/budgets?limit=200")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id));
    as(Caller.APPROVER).delete("/budgets/{id}", id).then().statusCode(204);
    as(Caller.APPROVER).get("/budgets/{id}", id).then().statusCode(404);
  }

  @Test
  void whatWasReadCanBeSentBack() {
    String id = set(Things.application(), "3");
    Map<String, Object> read = as(Caller.APPROVER).get("/budgets/{id}", id).path("");
    put(Caller.APPROVER, read).statusCode(200).body("id", equalTo(id));
  }

  @Test
  void anothersBudgetIsNotThere() {
    String foreign = Things.application(Caller.ADMIN, Things.otherTeam());
    put(Caller.APPROVER, wish("application", foreign, "1")).statusCode(404);
    String id =
        put(Caller.ADMIN, wish("application", foreign, "1")).statusCode(200).extract().path("id");
    as(Caller.DEVELOPER).get("/budgets/{id}", id).then().statusCode(404);
    as(Caller.APPROVER).delete("/budgets/{id}", id).then().statusCode(404);
    as(Caller.APPROVER)
        .get("/budgets?limit=200")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(id)));
  }

  @Test
  void badInputIsRefusedInWords() {
    String application = Things.application();
    put(Caller.DEVELOPER, wish("application", application, "1")).statusCode(403);
    put(Caller.APPROVER, wish("planet", "mars", "1"))
        .statusCode(400)
        .body("field", equalTo("scope.type"));
    put(Caller.APPROVER, wish("application", application, "-1"))
        .statusCode(400)
        .body("field", equalTo("capUsd"));
    Map<String, Object> fortnightly = wish("application", application, "1");
    fortnightly.put("period", "fortnight");
    put(Caller.APPROVER, fortnightly).statusCode(400).body("field", equalTo("period"));
    Map<String, Object> elsewhere = wish("application", application, "1");
    elsewhere.put("timeZone", "Mars/Olympus");
    put(Caller.APPROVER, elsewhere).statusCode(400).body("detail", containsString("timeZone"));
  }

  @Test
  void aRaiseIsDecidedByAnApproverWhoDidNotAsk() {
    String id = set(Things.application(), "10");
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    String raise =
        as(Caller.DEVELOPER)
            .body(Map.of("capUsd", "20", "until", tomorrow.toString(), "reason", "a launch"))
            .post("/budgets/{id}/raises", id)
            .then()
            .statusCode(201)
            .body("state", equalTo("pending"))
            .extract()
            .path("id");
    as(Caller.DEVELOPER)
        .post("/budgets/{id}/raises/{raise}/approve", id, raise)
        .then()
        .statusCode(403);
    as(Caller.APPROVER)
        .post("/budgets/{id}/raises/{raise}/approve", id, raise)
        .then()
        .statusCode(200)
        .body("inForceUsd", equalTo("20"))
        .body("capUsd", equalTo("10"));
    as(Caller.APPROVER).post("/budgets/{id}/raises/{raise}/deny", id, raise).then().statusCode(409);
  }

  @Test
  void identitiesAreNamedByEMailOrAllTogether() {
    put(Caller.APPROVER, wish("identity", "nobody@example.invalid", "1"))
        .statusCode(404)
        .body("field", equalTo("scope.id"));
    String id =
        put(Caller.APPROVER, wish("identity", "*", "100000"))
            .statusCode(200)
            .body("scope.type", equalTo("identity"))
            .extract()
            .path("id");
    as(Caller.APPROVER).get("/budgets/{id}/labels", id).then().statusCode(200);
    as(Caller.APPROVER).delete("/budgets/{id}", id).then().statusCode(204);
    put(Caller.ADMIN, wish("identity", "*", "1"))
        .statusCode(400)
        .body("field", equalTo("tenantId"));
  }

  @Test
  void aWebhookIsSetTestedReadAndRemoved() {
    Map<String, Object> address = Map.of("url", "http://127.0.0.1:9/told?sig=s3cret");
    as(Caller.DEVELOPER).body(address).put("/webhooks").then().statusCode(403);
    as(Caller.DEVELOPER).post("/webhooks/test").then().statusCode(403);
    as(Caller.DEVELOPER).get("/webhooks/deliveries").then().statusCode(403);
    as(Caller.APPROVER)
        .body(Map.of("url", "ftp://example.com"))
        .put("/webhooks")
        .then()
        .statusCode(400)
        .body("field", equalTo("url"));
    as(Caller.APPROVER)
        .body(Map.of("url", "http://127.0.0.1:9/told?sig=s3cret", "newSecret", true))
        .put("/webhooks")
        .then()
        .statusCode(200)
        .body("secret", startsWith("whsec_"));
    as(Caller.APPROVER).get("/webhooks").then().statusCode(200).body("secret", nullValue());
    as(Caller.APPROVER)
        .post("/webhooks/test")
        .then()
        .statusCode(200)
        .body("arrived", equalTo(false))
        .body("answer", equalTo("no answer"));
    as(Caller.APPROVER).get("/webhooks/deliveries?limit=5").then().statusCode(200);
    as(Caller.ADMIN)
        .get("/webhooks/deliveries")
        .then()
        .statusCode(400)
        .body("field", equalTo("tenantId"));
    as(Caller.APPROVER).delete("/webhooks").then().statusCode(204);
    as(Caller.APPROVER).post("/webhooks/test").then().statusCode(404);
    as(Caller.APPROVER)
        .get("/audit?subjectType=webhook&limit=3")
        .then()
        .statusCode(200)
        .body("items.action", hasItems("webhook.removed", "webhook.tested", "webhook.set"))
        .body(not(containsString("s3cret")));
  }

  @Test
  void aKeyIsIssuedWithItsBudgetOrNotAtAll() {
    String application = Things.application();
    Things.grant(application, "code");
    Map<String, Object> wish =
        Map.of(
            "name",
            "it",
            "tiers",
            List.of("code"),
            "budget",
            Map.of("period", "week", "capUsd", "5", "softPercent", 50));
    String key = made(wish, "/applications/{id}/keys", application);
    as(Caller.DEVELOPER)
        .get("/budgets?limit=200")
        .then()
        .body("items.find { it.scope.id == '" + key + "' }.capUsd", equalTo("5"))
        .body("items.find { it.scope.id == '" + key + "' }.softPercent", equalTo(50));
    String sub =
        made(
            Map.of("name", "sub", "agent", "bot", "budget", Map.of("period", "day", "capUsd", "1")),
            "/keys/{id}/sub-keys",
            key);
    as(Caller.DEVELOPER)
        .get("/budgets?limit=200")
        .then()
        .body("items.find { it.scope.id == '" + sub + "' }.period", equalTo("day"));
    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            Map.of("period", "fortnight", "capUsd", "5"),
            Map.of("period", "day", "capUsd", "-5"),
            Map.of("period", "day"),
            Map.of("period", "day", "capUsd", "5", "softPercent", 0),
            Map.of("period", "day", "capUsd", "5", "timeZone", "Mars/Olympus"))) {
      as(Caller.DEVELOPER)
          .body(Map.of("name", "bad", "tiers", List.of("code"), "budget", bad))
          .post("/applications/{id}/keys", application)
          .then()
          .statusCode(400);
    }
    as(Caller.DEVELOPER)
        .get("/applications/{id}/keys", application)
        .then()
        .body("items.name", not(hasItem("bad")));
  }
}

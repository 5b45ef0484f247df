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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetsIT {

  private static Map<String, Object> wish(String type, String id, String cap) {
    return Map.of(
        "scope",
        Map.of("type", type, "id", id),
        "period",
        "month",
        "capUsd",
        cap,
        "softPercent",
        80);
  }

  private static String set(String application, String cap) {
    return as(Caller.APPROVER)
        .body(wish("application", application, cap))
        .put("/budgets")
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  @Test
  void aBudgetIsSetReadAndRemoved() {
    String application = Things.application();
    String id = set(application, "12.50");
    as(Caller.APPROVER)
        .body(wish("application", application, "12.50"))
        .put("/budgets")
        .then()
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
    as(Caller.APPROVER).body(read).put("/budgets").then().statusCode(200).body("id", equalTo(id));
  }

  @Test
  void anothersBudgetIsNotThere() {
    String foreign = Things.application(Caller.ADMIN, Things.otherTeam());
    as(Caller.APPROVER)
        .body(wish("application", foreign, "1"))
        .put("/budgets")
        .then()
        .statusCode(404);
    String id =
        as(Caller.ADMIN)
            .body(wish("application", foreign, "1"))
            .put("/budgets")
            .then()
            .statusCode(200)
            .extract()
            .path("id");
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
    as(Caller.DEVELOPER)
        .body(wish("application", application, "1"))
        .put("/budgets")
        .then()
        .statusCode(403);
    as(Caller.APPROVER)
        .body(wish("planet", "mars", "1"))
        .put("/budgets")
        .then()
        .statusCode(400)
        .body("field", equalTo("scope.type"));
    as(Caller.APPROVER)
        .body(wish("application", application, "-1"))
        .put("/budgets")
        .then()
        .statusCode(400)
        .body("field", equalTo("capUsd"));
    as(Caller.APPROVER)
        .body(
            Map.of(
                "scope",
                Map.of("type", "application", "id", application),
                "period",
                "fortnight",
                "capUsd",
                "1"))
        .put("/budgets")
        .then()
        .statusCode(400)
        .body("field", equalTo("period"));
    as(Caller.APPROVER)
        .body(
            Map.of(
                "scope",
                Map.of("type", "application", "id", application),
                "period",
                "day",
                "capUsd",
                "1",
                "timeZone",
                "Mars/Olympus"))
        .put("/budgets")
        .then()
        .statusCode(400)
        .body("detail", containsString("timeZone"));
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
    as(Caller.APPROVER)
        .body(wish("identity", "nobody@example.invalid", "1"))
        .put("/budgets")
        .then()
        .statusCode(404)
        .body("field", equalTo("scope.id"));
    String id =
        as(Caller.APPROVER)
            .body(wish("identity", "*", "100000"))
            .put("/budgets")
            .then()
            .statusCode(200)
            .body("scope.type", equalTo("identity"))
            .extract()
            .path("id");
    as(Caller.APPROVER).get("/budgets/{id}/labels", id).then().statusCode(200);
    as(Caller.APPROVER).delete("/budgets/{id}", id).then().statusCode(204);
    as(Caller.ADMIN)
        .body(wish("identity", "*", "1"))
        .put("/budgets")
        .then()
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
    String key =
        as(Caller.DEVELOPER)
            .body(wish)
            .post("/applications/{id}/keys", application)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(Caller.DEVELOPER)
        .get("/budgets?limit=200")
        .then()
        .body("items.find { it.scope.id == '" + key + "' }.capUsd", equalTo("5"))
        .body("items.find { it.scope.id == '" + key + "' }.softPercent", equalTo(50));
    String sub =
        as(Caller.DEVELOPER)
            .body(
                Map.of(
                    "name",
                    "sub",
                    "agent",
                    "bot",
                    "budget",
                    Map.of("period", "day", "capUsd", "1")))
            .post("/keys/{id}/sub-keys", key)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
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

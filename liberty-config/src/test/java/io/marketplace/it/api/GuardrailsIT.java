package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Guardrails;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardrailsIT {

  private static final Map<String, Object> IBAN =
      Map.of("name", "iban", "detector", "iban", "action", "redact");

  @Test
  void whatAnApproverWritesIsReadAgainAndTakenBack() {
    Map<String, Object> rule =
        new HashMap<>(Guardrails.rule("unheard-of", "terms", "flag", "xyzzy plugh"));
    rule.put("requestClasses", List.of("no-such-class"));
    Response first = Guardrails.put(List.of(rule));
    first.then().statusCode(200).body("rules[0].sides", equalTo(List.of("prompt", "answer")));
    Map<String, Object> written = first.path("");
    String tenant = first.path("tenantId");

    as(Caller.APPROVER)
        .get("/guardrails/tenants/{id}", tenant)
        .then()
        .statusCode(200)
        .body("rules[0].values", equalTo(List.of("xyzzy plugh")));
    as(Caller.APPROVER).body(written).put("/guardrails").then().statusCode(200);
    as(Caller.APPROVER).body(written).put("/guardrails").then().statusCode(409);
    Guardrails.put(List.of()).then().statusCode(200);
  }

  @Test
  void aDraftIsTriedOnATextThatNobodyKeeps() {
    String canary = Access.fresh("canary");
    as(Caller.APPROVER)
        .body(Map.of("text", canary + " DE89 3704 0044 0532 0130 00", "rules", List.of(IBAN)))
        .post("/guardrails/test")
        .then()
        .statusCode(200)
        .body("verdict", equalTo("redacted"))
        .body("passed", equalTo(canary + " [redacted:iban]"))
        .body("findings", hasSize(1))
        .body("findings[0].start", equalTo(canary.length() + 1))
        .body("blockedBy", nullValue());
    assertThat(as(Caller.ADMIN).get("/audit?limit=50").asString()).doesNotContain(canary);
  }

  @Test
  void rulesThatCannotBeAreRefusedByTheirPlace() {
    for (Map<String, Object> bad :
        List.<Map<String, Object>>of(
            Guardrails.rule("x", "pattern", "flag", "(a"),
            Guardrails.rule("x", "pattern", "flag", "((a{500}){500}){500}"),
            Map.of("name", "x", "detector", "terms", "action", "flag"),
            Map.of("name", "x", "detector", "size", "action", "redact", "maxChars", 5),
            Map.of("name", "X y", "detector", "iban", "action", "flag"))) {
      Guardrails.put(List.of(IBAN, bad))
          .then()
          .statusCode(400)
          .body("field", startsWith("rules[1]."));
    }
    Guardrails.put(List.of(Map.of("name", "x", "detector", "aura", "action", "flag")))
        .then()
        .statusCode(400);
  }

  @Test
  void developersAreRefusedAndOtherTenantsAreNotThere() {
    as(Caller.DEVELOPER).get("/guardrails").then().statusCode(403);
    as(Caller.DEVELOPER).body(Map.of("rules", List.of())).put("/guardrails").then().statusCode(403);
    String other = as(Caller.ADMIN).get("/teams/{id}", Things.otherTeam()).path("tenant.id");
    as(Caller.APPROVER).get("/guardrails/tenants/{id}", other).then().statusCode(404);
    as(Caller.APPROVER).get("/guardrails/tenants/{id}", "no-id").then().statusCode(404);
  }
}

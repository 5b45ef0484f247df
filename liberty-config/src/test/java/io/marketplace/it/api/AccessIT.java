package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AccessIT {

  private final String application = Things.application();

  @Test
  void askedApprovedWithChangesAndGranted() {
    String request =
        as(Caller.DEVELOPER)
            .body(Things.wish(application, "utility"))
            .post("/access-requests")
            .then()
            .statusCode(201)
            .body("state", equalTo("pending"))
            .body("grantId", nullValue())
            .extract()
            .path("id");
    as(Caller.APPROVER)
        .get("/access-requests?decidable=true&limit=200")
        .then()
        .body("items.id", hasItem(request));
    as(Caller.APPROVER)
        .get("/access-requests/{id}/advice", request)
        .then()
        .statusCode(200)
        .body("approvalsNeeded", equalTo(1));
    String grant =
        as(Caller.APPROVER)
            .body(Map.of("reason", "less", "changes", Map.of("budgetUsd", "10")))
            .post("/access-requests/{id}/approve", request)
            .then()
            .statusCode(200)
            .body("id", equalTo(request))
            .body("state", equalTo("granted"))
            .extract()
            .path("grantId");
    as(Caller.DEVELOPER)
        .get("/grants/{id}", grant)
        .then()
        .statusCode(200)
        .body("state", equalTo("active"))
        .body("budgetUsd", equalTo("10"))
        .body("tier", equalTo("utility"));
    as(Caller.DEVELOPER)
        .get("/access-requests/{id}", request)
        .then()
        .body("decisions.kind", contains("approve"))
        .body("grantId", equalTo(grant));
  }

  @Test
  void nobodyDecidesTheirOwn() {
    String own = Things.request(Caller.APPROVER, application, "utility");
    for (String step : List.of("approve", "deny", "ask-back")) {
      as(Caller.APPROVER)
          .body(Map.of("reason", "mine"))
          .post("/access-requests/{id}/{step}", own, step)
          .then()
          .statusCode(403)
          .body("code", equalTo("forbidden"));
    }
  }

  @Test
  void developersDoNotDecide() {
    String request = Things.request(Caller.DEVELOPER, application, "utility");
    as(Caller.DEVELOPER)
        .body(Map.of("reason", "please"))
        .post("/access-requests/{id}/approve", request)
        .then()
        .statusCode(403);
  }

  @Test
  void aDenialNeedsAReason() {
    String request = Things.request(Caller.DEVELOPER, application, "code");
    as(Caller.APPROVER)
        .post("/access-requests/{id}/deny", request)
        .then()
        .statusCode(400)
        .body("field", equalTo("reason"));
    as(Caller.APPROVER)
        .body(Map.of("reason", "not now"))
        .post("/access-requests/{id}/deny", request)
        .then()
        .statusCode(200)
        .body("state", equalTo("denied"));
  }

  @Test
  void askedBackAndAnswered() {
    String request = Things.request(Caller.DEVELOPER, application, "reasoning");
    as(Caller.APPROVER)
        .body(Map.of("reason", "how much?"))
        .post("/access-requests/{id}/ask-back", request)
        .then()
        .statusCode(200)
        .body("state", equalTo("asked-back"));
    as(Caller.APPROVER)
        .body(Map.of("reason", "now"))
        .post("/access-requests/{id}/approve", request)
        .then()
        .statusCode(409);
    as(Caller.DEVELOPER)
        .body(Map.of("reason", "this much", "changes", Map.of("budgetUsd", "7")))
        .post("/access-requests/{id}/reply", request)
        .then()
        .statusCode(200)
        .body("state", equalTo("pending"));
  }

  @Test
  void whatWasWithdrawnIsNotApproved() {
    String request = Things.request(Caller.DEVELOPER, application, "vision");
    as(Caller.DEVELOPER)
        .post("/access-requests/{id}/withdraw", request)
        .then()
        .statusCode(200)
        .body("state", equalTo("withdrawn"));
    as(Caller.APPROVER)
        .body(Map.of("reason", "late"))
        .post("/access-requests/{id}/approve", request)
        .then()
        .statusCode(409)
        .body("code", equalTo("conflict"));
  }

  @Test
  void theSameWishTwiceIsAConflict() {
    Things.request(Caller.DEVELOPER, application, "embedding");
    as(Caller.DEVELOPER)
        .body(Things.wish(application, "embedding"))
        .post("/access-requests")
        .then()
        .statusCode(409);
  }

  @Test
  void ofTwoSubmissionsAtOnceOneIsTaken() {
    Map<String, Object> wish = Things.wish(application, "reranker");
    CompletableFuture<Response> one =
        CompletableFuture.supplyAsync(
            () -> as(Caller.DEVELOPER).body(wish).post("/access-requests"));
    Response two = as(Caller.DEVELOPER).body(wish).post("/access-requests");
    assertThat(List.of(one.join().statusCode(), two.statusCode()))
        .containsExactlyInAnyOrder(201, 409);
  }

  @Test
  void ofTwoApproversAtOnceOneGrants() {
    String request = Things.request(Caller.DEVELOPER, application, "utility");
    CompletableFuture<Response> admin =
        CompletableFuture.supplyAsync(
            () ->
                as(Caller.ADMIN)
                    .body(Map.of("reason", "a"))
                    .post("/access-requests/{id}/approve", request));
    Response approver =
        as(Caller.APPROVER)
            .body(Map.of("reason", "b"))
            .post("/access-requests/{id}/approve", request);
    assertThat(List.of(admin.join().statusCode(), approver.statusCode()))
        .containsExactlyInAnyOrder(200, 409);
    as(Caller.DEVELOPER)
        .queryParam("applicationId", application)
        .get("/grants")
        .then()
        .body("items.size()", equalTo(1));
  }

  @Test
  void restrictedDataNeedsTwo() {
    Map<String, Object> wish = Things.wish(application, "utility");
    wish.put("sensitivity", "restricted");
    String request =
        as(Caller.DEVELOPER)
            .body(wish)
            .post("/access-requests")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(Caller.APPROVER)
        .body(Map.of("reason", "first"))
        .post("/access-requests/{id}/approve", request)
        .then()
        .statusCode(200)
        .body("state", equalTo("half-approved"))
        .body("grantId", nullValue());
    as(Caller.APPROVER)
        .body(Map.of("reason", "again"))
        .post("/access-requests/{id}/approve", request)
        .then()
        .statusCode(409);
    as(Caller.ADMIN)
        .body(Map.of("reason", "second"))
        .post("/access-requests/{id}/approve", request)
        .then()
        .statusCode(200)
        .body("state", equalTo("granted"))
        .body("grantId", notNullValue());
  }

  @Test
  void aDraftIsChangedAndSubmitted() {
    Map<String, Object> draft = Things.wish(application, "code");
    draft.put("draft", true);
    draft.put("purpose", "");
    String request =
        as(Caller.DEVELOPER)
            .body(draft)
            .post("/access-requests")
            .then()
            .statusCode(201)
            .body("state", equalTo("draft"))
            .extract()
            .path("id");
    as(Caller.DEVELOPER).post("/access-requests/{id}/submit", request).then().statusCode(400);
    Map<String, Object> terms = Things.wish(application, "code");
    terms.remove("applicationId");
    as(Caller.DEVELOPER).body(terms).put("/access-requests/{id}", request).then().statusCode(200);
    as(Caller.DEVELOPER)
        .post("/access-requests/{id}/submit", request)
        .then()
        .statusCode(200)
        .body("state", equalTo("pending"));
  }

  @Test
  void aGrantIsSuspendedResumedRecertifiedAndRevoked() {
    String grant = Things.grant(application, "utility");
    as(Caller.DEVELOPER)
        .body(Map.of("reason", "x"))
        .post("/grants/{id}/suspend", grant)
        .then()
        .statusCode(403);
    step(grant, "suspend", "suspended");
    as(Caller.APPROVER).body("{}").post("/grants/{id}/suspend", grant).then().statusCode(409);
    step(grant, "resume", "active");
    as(Caller.APPROVER)
        .body(Map.of("until", "2029-01-01T00:00:00Z"))
        .post("/grants/{id}/recertify", grant)
        .then()
        .statusCode(200);
    step(grant, "revoke", "revoked");
    as(Caller.APPROVER)
        .body(Map.of("reason", "again"))
        .post("/grants/{id}/resume", grant)
        .then()
        .statusCode(409);
  }

  private static void step(String grant, String step, String state) {
    as(Caller.APPROVER)
        .body(Map.of("reason", "test"))
        .post("/grants/{id}/{step}", grant, step)
        .then()
        .statusCode(200)
        .body("state", equalTo(state));
  }
}

package io.marketplace.it.gateway;

import static io.marketplace.it.control.ControlApi.as;
import static io.marketplace.it.gateway.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.Access.IssuedKey;
import io.marketplace.it.control.Await;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Started;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which secrets open the gateway, and since when. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysIT {
  /** A change of configuration must be in force. */
  private static final Duration IN_FORCE = Duration.ofSeconds(1);

  private String application = "";

  @BeforeAll
  void prepare() {
    application = Access.application(Access.fresh("it-keys"));
    Access.grant(application, "embedding");
  }

  private static HttpResponse<String> call(String secret) {
    return Calls.post(secret, "/v1/embeddings", "{\"model\":\"embedding\",\"input\":\"hi\"}");
  }

  private IssuedKey live() {
    IssuedKey key = Access.key(application, List.of("embedding"));
    opens(key.secret());
    return key;
  }

  private static void opens(String secret) {
    Await.until("a call with the key", IN_FORCE, () -> call(secret).statusCode() == 200);
  }

  private static void closed(String what, Duration limit, String secret) {
    Await.until(what, limit, () -> call(secret).statusCode() == 401);
    assertProblem(call(secret), 401, "invalid_api_key");
    assertProblem(Calls.get(secret, "/v1/models"), 401, "invalid_api_key");
  }

  @Test
  void aRevokedKeyIsRefusedWithinASecond() {
    IssuedKey key = live();
    as(Caller.DEVELOPER).delete("/keys/{id}", key.id()).then().statusCode(204);
    closed("the refusal of a revoked key", IN_FORCE, key.secret());
  }

  @Test
  void whileAKeyIsRotatedBothSecretsLive() {
    IssuedKey key = live();
    String next =
        as(Caller.DEVELOPER)
            .body(Map.of("overlapSeconds", 3))
            .post("/keys/{id}/rotate", key.id())
            .then()
            .statusCode(200)
            .extract()
            .path("secret");
    assertThat(next).isNotEqualTo(key.secret());
    opens(next);
    assertThat(call(key.secret()).statusCode()).isEqualTo(200);
    closed("the end of the old secret", Duration.ofSeconds(4), key.secret());
    assertThat(call(next).statusCode()).isEqualTo(200);
  }

  @Test
  void anExpiredKeyIsRefused() {
    Instant end = Instant.now().plusSeconds(3);
    IssuedKey key =
        Access.key(application, List.of("embedding"), Map.of("expiresAt", end.toString()));
    opens(key.secret());
    closed("the end of the key", Duration.ofSeconds(4), key.secret());
    assertThat(Instant.now()).isAfter(end);
  }

  @Test
  void aSuspendedGrantClosesTheTierAndResumingOpensIt() {
    String own = Access.application(Access.fresh("it-keys"));
    String grant = Access.grant(own, "embedding");
    IssuedKey key = Access.key(own, List.of("embedding"));
    opens(key.secret());
    as(Caller.APPROVER)
        .body(Map.of("reason", "a test"))
        .post("/grants/{id}/suspend", grant)
        .then()
        .statusCode(200);
    Await.until("the refusal", IN_FORCE, () -> call(key.secret()).statusCode() == 403);
    assertProblem(call(key.secret()), 403, "tier_not_granted");
    as(Caller.APPROVER)
        .body(Map.of("reason", "a test"))
        .post("/grants/{id}/resume", grant)
        .then()
        .statusCode(200);
    opens(key.secret());
  }

  @Test
  void aSubKeyStopsWithItsParentWithinASecond() {
    IssuedKey parent = live();
    String secret =
        as(Caller.DEVELOPER)
            .body(Map.of("name", "bot", "agent", "it-bot"))
            .post("/keys/{id}/sub-keys", parent.id())
            .then()
            .statusCode(201)
            .extract()
            .path("secret");
    opens(secret);
    as(Caller.DEVELOPER).post("/keys/{id}/suspend", parent.id()).then().statusCode(200);
    closed("the refusal of a suspended key", IN_FORCE, parent.secret());
    closed("the refusal of its sub-key", IN_FORCE, secret);
    as(Caller.DEVELOPER).post("/keys/{id}/resume", parent.id()).then().statusCode(200);
    opens(secret);
    as(Caller.DEVELOPER).delete("/keys/{id}", parent.id()).then().statusCode(204);
    closed("the refusal of a revoked key's sub-key", IN_FORCE, secret);
  }

  @Test
  void aKeyIsRefusedFromOutsideItsNetworks() {
    IssuedKey here =
        Access.key(
            application,
            List.of("embedding"),
            Map.of("sourceNetworks", List.of("127.0.0.0/8", "::1")));
    opens(here.secret());
    IssuedKey elsewhere =
        Access.key(
            application, List.of("embedding"), Map.of("sourceNetworks", List.of("192.0.2.0/24")));
    Await.until("the key", IN_FORCE, () -> call(elsewhere.secret()).statusCode() == 403);
    assertProblem(call(elsewhere.secret()), 403, "policy_denied");
    assertProblem(Calls.get(elsewhere.secret(), "/v1/models"), 403, "policy_denied");
    assertThat(call(elsewhere.secret()).body()).doesNotContain("192.0.2");
  }

  @Test
  void anAliasThatAKeyWasNotIssuedForIsClosed() {
    IssuedKey key =
        Access.key(application, List.of("embedding"), Map.of("aliases", List.of("none-of-these")));
    Await.until("the key", IN_FORCE, () -> call(key.secret()).statusCode() == 403);
    assertProblem(call(key.secret()), 403, "tier_not_granted");
  }

  @Test
  void aTierThatWasNotGrantedLeadsToTheRequestPage() {
    Map<String, Object> error =
        assertProblem(Calls.chat(Started.key(), "vision", "hi"), 403, "tier_not_granted");
    assertThat((String) error.get("message")).contains(Started.portal("/requests/new?tier=vision"));
  }

  @Test
  void aTierThatNothingServesSaysSo() {
    IssuedKey key = Access.granted("vision");
    Await.until(
        "the grant", IN_FORCE, () -> Calls.chat(key.secret(), "vision", "hi").statusCode() == 503);
    assertProblem(Calls.chat(key.secret(), "vision", "hi"), 503, "no_healthy_route");
  }

  @Test
  void anUnknownAliasIsNotFound() {
    assertProblem(Calls.chat(Started.key(), "none-such", "hi"), 404, "model_not_found");
    assertProblem(Calls.get(Started.key(), "/v1/models/none-such"), 404, "model_not_found");
  }

  @Test
  void whatIsNoKeyIsRefused() {
    String key = Started.key();
    String wrongEnd = key.substring(0, key.length() - 1) + (key.endsWith("a") ? "b" : "a");
    for (String secret : List.of("", "sk-something", "mk_live_short", wrongEnd)) {
      assertProblem(call(secret), 401, "invalid_api_key");
    }
  }
}

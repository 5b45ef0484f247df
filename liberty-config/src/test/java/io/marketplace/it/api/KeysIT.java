package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeysIT {

  private final String application = Things.application();

  @Test
  void withoutAGrantThereIsNoKey() {
    as(Caller.DEVELOPER)
        .body(Map.of("name", "k", "tiers", List.of("utility")))
        .post("/applications/{id}/keys", application)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("tier_not_granted"));
  }

  @Test
  void aKeyIsShownOnceRotatedAndRevoked() {
    Things.grant(application, "utility");
    Map<String, Object> issued = Things.key(Caller.DEVELOPER, application, "utility");
    String id = (String) issued.get("id");
    String secret = (String) issued.get("secret");
    assertThat(secret).matches("mk_live_[0-9A-Za-z]{49}");
    Response listed = as(Caller.DEVELOPER).get("/applications/{id}/keys", application);
    listed.then().statusCode(200).body("items.id", hasItem(id));
    assertThat(listed.asString()).doesNotContain(secret);
    assertThat(as(Caller.ADMIN).get("/audit?limit=200").asString()).doesNotContain(secret);
    as(Caller.DEVELOPER)
        .get("/keys/{id}", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("active"));
    as(Caller.DEVELOPER)
        .body(Map.of("overlapSeconds", 60))
        .post("/keys/{id}/rotate", id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("secret", matchesPattern("mk_live_[0-9A-Za-z]{49}"))
        .body("secret", not(equalTo(secret)));
    as(Caller.DEVELOPER).get("/keys/{id}", id).then().body("state", equalTo("rotating"));
    as(Caller.DEVELOPER).delete("/keys/{id}", id).then().statusCode(204);
    as(Caller.DEVELOPER).get("/keys/{id}", id).then().body("state", equalTo("revoked"));
    as(Caller.DEVELOPER).delete("/keys/{id}", id).then().statusCode(204);
    as(Caller.DEVELOPER)
        .body(Map.of("overlapSeconds", 0))
        .post("/keys/{id}/rotate", id)
        .then()
        .statusCode(409);
  }

  @Test
  void whatAKeyMayDoIsNarrowed() {
    Things.grant(application, "utility");
    as(Caller.DEVELOPER)
        .body(
            Map.of(
                "name", "narrow",
                "tiers", List.of("utility"),
                "jurisdictions", List.of("EU"),
                "expiresAt", "2027-12-31T00:00:00Z",
                "attribution", Map.of("agent", "it-agent")))
        .post("/applications/{id}/keys", application)
        .then()
        .statusCode(201);
    as(Caller.DEVELOPER)
        .get("/applications/{id}/keys", application)
        .then()
        .body("items[0].jurisdictions", equalTo(List.of("EU")))
        .body("items[0].attribution.agent", equalTo("it-agent"));
  }

  @Test
  void absurdWishesAreRefused() {
    Things.grant(application, "utility");
    refused(Map.of("name", "k", "tiers", List.of()), "tiers");
    refused(Map.of("name", "k", "tiers", List.of("warp")), "tiers");
    refused(
        Map.of("name", "k", "tiers", List.of("utility"), "expiresAt", "2001-01-01T00:00:00Z"),
        "expiresAt");
    String id = (String) Things.key(Caller.DEVELOPER, application, "utility").get("id");
    for (long overlap : new long[] {-1, Long.MAX_VALUE}) {
      as(Caller.DEVELOPER)
          .body(Map.of("overlapSeconds", overlap))
          .post("/keys/{id}/rotate", id)
          .then()
          .statusCode(400)
          .body("field", equalTo("overlapSeconds"));
    }
  }

  @Test
  void scopesComeBackAsTheyWereTaken() {
    Things.grant(application, "utility");
    as(Caller.DEVELOPER)
        .body(
            Map.of(
                "name",
                "scoped",
                "tiers",
                List.of("utility"),
                "aliases",
                List.of("utility"),
                "sourceNetworks",
                List.of("10.0.0.0/8", "2001:DB8::/32"),
                "highestSensitivity",
                "confidential",
                "labelValuesMax",
                20))
        .post("/applications/{id}/keys", application)
        .then()
        .statusCode(201);
    as(Caller.DEVELOPER)
        .get("/applications/{id}/keys", application)
        .then()
        .body("items[0].aliases", equalTo(List.of("utility")))
        .body("items[0].sourceNetworks", equalTo(List.of("10.0.0.0/8", "2001:db8::/32")))
        .body("items[0].highestSensitivity", equalTo("confidential"))
        .body("items[0].labelValuesMax", equalTo(20));
    Map<String, List<?>> bad =
        Map.of(
            "sourceNetworks", List.of("10.0.0.1/8"),
            "aliases", List.of("No Alias"),
            "providers", List.of());
    bad.forEach(
        (field, value) ->
            refused(Map.of("name", "k", "tiers", List.of("utility"), field, value), field));
    refused(
        Map.of("name", "k", "tiers", List.of("utility"), "highestSensitivity", "public"),
        "highestSensitivity");
    refused(
        Map.of("name", "k", "tiers", List.of("utility"), "labelValuesMax", 0), "labelValuesMax");
  }

  @Test
  void subKeysAreMintedAndStopWithTheirParent() {
    Things.grant(application, "utility");
    Map<String, Object> issued = Things.key(Caller.DEVELOPER, application, "utility");
    String parent = String.valueOf(issued.get("id"));
    Response minted =
        as(Caller.DEVELOPER)
            .body(Map.of("name", "bot", "agent", "bot"))
            .post("/keys/{id}/sub-keys", parent);
    minted.then().statusCode(201).body("secret", matchesPattern("mk_live_[0-9A-Za-z]{49}"));
    String child = minted.path("id");
    as(Caller.DEVELOPER)
        .get("/keys/{id}/sub-keys", parent)
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(child)))
        .body("items[0].parentId", equalTo(parent))
        .body("items[0].attribution.agent", equalTo("bot"));
    subKeyRefused(parent, Map.of("name", "nobody"), "attribution");
    subKeyRefused(
        parent, Map.of("name", "wide", "agent", "b", "tiers", List.of("reasoning")), "tiers");
    as(Caller.DEVELOPER)
        .body(Map.of("reason", "a look"))
        .post("/keys/{id}/suspend", parent)
        .then()
        .statusCode(200)
        .body("state", equalTo("suspended"));
    as(Caller.DEVELOPER).get("/keys/{id}", child).then().body("state", equalTo("suspended"));
    as(Caller.DEVELOPER)
        .post("/keys/{id}/resume", parent)
        .then()
        .statusCode(200)
        .body("state", equalTo("active"))
        .body("subKeys", equalTo(1));
    as(Caller.DEVELOPER).delete("/keys/{id}", parent).then().statusCode(204);
    as(Caller.DEVELOPER).get("/keys/{id}", child).then().body("state", equalTo("revoked"));
  }

  @Test
  void whatAnApproverSuspendedItsDeveloperDoesNotResume() {
    String application = Things.application();
    Things.grant(application, "code");
    String key = (String) Things.key(Caller.DEVELOPER, application, "code").get("id");
    as(Caller.DEVELOPER).post("/keys/{id}/suspend", key).then().statusCode(200);
    as(Caller.APPROVER)
        .body(Map.of("reason", "looks leaked"))
        .post("/keys/{id}/suspend", key)
        .then()
        .statusCode(200)
        .body("suspension.role", equalTo("tenant-approver"))
        .body("suspension.reason", equalTo("looks leaked"));
    as(Caller.DEVELOPER)
        .post("/keys/{id}/resume", key)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("forbidden"));
    as(Caller.DEVELOPER)
        .get("/keys/{id}", key)
        .then()
        .statusCode(200)
        .body("state", equalTo("suspended"));
    // as clients do that send no body, and say nothing of its type
    as(Caller.APPROVER)
        .noContentType()
        .post("/keys/{id}/resume", key)
        .then()
        .statusCode(200)
        .body("state", equalTo("active"))
        .body("suspension", nullValue());
  }

  private static void subKeyRefused(String parent, Map<String, Object> wish, String field) {
    as(Caller.DEVELOPER)
        .body(wish)
        .post("/keys/{id}/sub-keys", parent)
        .then()
        .statusCode(400)
        .body("field", equalTo(field));
  }

  @Test
  void manyKeysEndTogetherAfterADryRun() {
    Things.grant(application, "utility");
    Things.key(Caller.DEVELOPER, application, "utility");
    Things.key(Caller.DEVELOPER, application, "utility");
    Map<String, Object> filter = Map.of("application", application);
    Response seen =
        as(Caller.DEVELOPER).body(Map.of("filter", filter, "dryRun", true)).post("/keys/revoke");
    seen.then().statusCode(200).body("count", equalTo(2)).body("dryRun", equalTo(true));
    String token = seen.path("token");
    as(Caller.DEVELOPER)
        .body(Map.of("filter", filter, "dryRun", false))
        .post("/keys/revoke")
        .then()
        .statusCode(400)
        .body("field", equalTo("token"));
    Things.key(Caller.DEVELOPER, application, "utility");
    Map<String, Object> go = Map.of("filter", filter, "dryRun", false, "token", token);
    as(Caller.DEVELOPER).body(go).post("/keys/revoke").then().statusCode(409);
    String again =
        as(Caller.DEVELOPER).body(Map.of("filter", filter)).post("/keys/revoke").path("token");
    as(Caller.DEVELOPER)
        .body(Map.of("filter", filter, "dryRun", false, "token", again, "reason", "over"))
        .post("/keys/revoke")
        .then()
        .statusCode(200)
        .body("count", equalTo(3));
    as(Caller.DEVELOPER)
        .body(Map.of("filter", Map.of()))
        .post("/keys/revoke")
        .then()
        .statusCode(400)
        .body("field", equalTo("filter"));
  }

  @Test
  void aLeakedSecretIsFoundByThoseWhoSeeItsKey() {
    Things.grant(application, "utility");
    Map<String, Object> key = Things.key(Caller.DEVELOPER, application, "utility");
    String secret = (String) key.get("secret");
    Response found =
        as(Caller.DEVELOPER)
            .body(Map.of("text", "key=" + secret + " and mk_live_" + "a".repeat(49)))
            .post("/keys/leak-check");
    found
        .then()
        .statusCode(200)
        .body("findings.size()", equalTo(2))
        .body("findings[0].checksum", equalTo("valid"))
        .body("findings[0].known", equalTo(true))
        .body("findings[0].live", equalTo(true))
        .body("findings[0].key.id", equalTo(key.get("id")))
        .body("findings[1].checksum", equalTo("invalid"));
    assertThat(found.asString()).doesNotContain(secret);
    as(Caller.DEVELOPER).body(Map.of()).post("/keys/leak-check").then().statusCode(400);
    assertThat(as(Caller.ADMIN).get("/audit?limit=50&action=key.").asString())
        .contains("key.leak-found")
        .doesNotContain(secret);
  }

  private void refused(Map<String, Object> wish, String field) {
    as(Caller.DEVELOPER)
        .body(wish)
        .post("/applications/{id}/keys", application)
        .then()
        .statusCode(400)
        .body("field", equalTo(field));
  }
}

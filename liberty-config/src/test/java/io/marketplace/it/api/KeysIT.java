package io.marketplace.it.api;

import static io.marketplace.it.api.Marketplace.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.marketplace.it.api.Marketplace.Client;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeysIT {

  private final String application = Things.application();

  @Test
  void withoutAGrantThereIsNoKey() {
    as(Client.DEVELOPER)
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
    Map<String, Object> issued = Things.key(Client.DEVELOPER, application, "utility");
    String id = (String) issued.get("id");
    String secret = (String) issued.get("secret");
    assertThat(secret).matches("mk_live_[0-9A-Za-z]{49}");
    Response listed = as(Client.DEVELOPER).get("/applications/{id}/keys", application);
    listed.then().statusCode(200).body("items.id", hasItem(id));
    assertThat(listed.asString()).doesNotContain(secret);
    assertThat(as(Client.ADMIN).get("/audit?limit=200").asString()).doesNotContain(secret);
    as(Client.DEVELOPER)
        .get("/keys/{id}", id)
        .then()
        .statusCode(200)
        .body("state", equalTo("active"));
    as(Client.DEVELOPER)
        .body(Map.of("overlapSeconds", 60))
        .post("/keys/{id}/rotate", id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("secret", matchesPattern("mk_live_[0-9A-Za-z]{49}"))
        .body("secret", not(equalTo(secret)));
    as(Client.DEVELOPER).get("/keys/{id}", id).then().body("state", equalTo("rotating"));
    as(Client.DEVELOPER).delete("/keys/{id}", id).then().statusCode(204);
    as(Client.DEVELOPER).get("/keys/{id}", id).then().body("state", equalTo("revoked"));
    as(Client.DEVELOPER).delete("/keys/{id}", id).then().statusCode(204);
    as(Client.DEVELOPER)
        .body(Map.of("overlapSeconds", 0))
        .post("/keys/{id}/rotate", id)
        .then()
        .statusCode(409);
  }

  @Test
  void whatAKeyMayDoIsNarrowed() {
    Things.grant(application, "utility");
    as(Client.DEVELOPER)
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
    as(Client.DEVELOPER)
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
    String id = (String) Things.key(Client.DEVELOPER, application, "utility").get("id");
    for (long overlap : new long[] {-1, Long.MAX_VALUE}) {
      as(Client.DEVELOPER)
          .body(Map.of("overlapSeconds", overlap))
          .post("/keys/{id}/rotate", id)
          .then()
          .statusCode(400)
          .body("field", equalTo("overlapSeconds"));
    }
  }

  private void refused(Map<String, Object> wish, String field) {
    as(Client.DEVELOPER)
        .body(wish)
        .post("/applications/{id}/keys", application)
        .then()
        .statusCode(400)
        .body("field", equalTo(field));
  }
}

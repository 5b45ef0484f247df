package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static io.marketplace.it.control.ControlApi.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Started;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueIT {

  @Test
  void thereAreSixTiers() {
    as(Caller.DEVELOPER)
        .get("/tiers")
        .then()
        .statusCode(200)
        .body(
            "items.tier",
            contains("reasoning", "utility", "embedding", "reranker", "code", "vision"));
    as(Caller.DEVELOPER).get("/tiers/utility").then().statusCode(200);
    as(Caller.DEVELOPER).get("/tiers/warp").then().statusCode(404);
  }

  @Test
  void cardsAreFilteredAndRead() {
    List<String> embedders =
        as(Caller.DEVELOPER)
            .get("/models?tier=embedding")
            .then()
            .statusCode(200)
            .body("items.size()", greaterThan(0))
            .body("items.tier", everyItem(equalTo("embedding")))
            .extract()
            .path("items.id");
    as(Caller.DEVELOPER)
        .get("/models/{id}", embedders.get(0))
        .then()
        .statusCode(200)
        .body("id", equalTo(embedders.get(0)));
    as(Caller.DEVELOPER)
        .get("/models/compare?id={id}", embedders.get(0))
        .then()
        .statusCode(200)
        .body("items.id", contains(embedders.get(0)));
    as(Caller.DEVELOPER).get("/models/none-such").then().statusCode(404);
    as(Caller.DEVELOPER).get("/models/UPPER CASE").then().statusCode(404);
  }

  @Test
  void cardsAreWrittenByThePlatformAlone() {
    Map<String, Object> card = new HashMap<>();
    card.put("tier", "code");
    card.put("name", "Integration test card");
    card.put("modalities", List.of("text"));
    card.put("contextTokens", 4096);
    card.put("inputUsdPerMillion", "0.15");
    card.put("priceSource", "https://example.org/prices");
    String slug = Access.fresh("it-card");
    as(Caller.DEVELOPER).body(card).put("/models/{id}", slug).then().statusCode(403);
    Map<String, Object> saved =
        as(Caller.ADMIN)
            .body(card)
            .put("/models/{id}", slug)
            .then()
            .statusCode(200)
            .body("inputUsdPerMillion", equalTo("0.15"))
            .body("served", equalTo(false))
            .extract()
            .path("");
    as(Caller.ADMIN).body(saved).put("/models/{id}", slug).then().statusCode(200);
    as(Caller.ADMIN).body(saved).put("/models/{id}", slug).then().statusCode(409);
    as(Caller.DEVELOPER).get("/models?tier=code&limit=200").then().body("items.id", hasItem(slug));
  }

  @Test
  void namesOfModelsAreToldWithAnEntityTag() {
    Map<String, Object> card = new HashMap<>();
    card.put("tier", "reasoning");
    card.put("name", "Nightjar Test 2");
    String slug = Access.fresh("nightjar-test");
    as(Caller.ADMIN).body(card).put("/models/{id}", slug).then().statusCode(200);

    Response names = as(Caller.DEVELOPER).get("/model-names");

    names.then().statusCode(200).body("next", nullValue()).body("items.name", hasItem(slug));
    Map<String, String> item =
        names.path("items.find { it.card == '" + slug + "' && it.name == 'Nightjar Test 2' }");
    assertThat(item)
        .containsEntry("alias", "reasoning")
        .containsEntry("pattern", "(?i)Nightjar[-_. ]?Test[-_. ]?2");
    String tag = names.header("ETag");
    as(Caller.DEVELOPER).header("If-None-Match", tag).get("/model-names").then().statusCode(304);
    nobody().get("/model-names").then().statusCode(401);
  }

  /** Clients of Java ask for HTTP/2 unbidden; an answer without a body never ended there. */
  @Test
  void anUpgradeToHttp2InClearTextIsPassedOver() throws Exception {
    List<String> addresses =
        List.of(
            Started.portal("/api/v1/model-names"), Started.variable("OPENAI_BASE_URL") + "/models");
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String address : addresses) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10)).build();
        HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      }
    }
  }
}

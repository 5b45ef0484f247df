package io.marketplace.it.api;

import static io.restassured.RestAssured.given;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The started marketplace, as the environment that {@code up} writes describes it. */
final class Marketplace {

  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          .httpClient(
              HttpClientConfig.httpClientConfig()
                  .setParam("http.connection.timeout", 10_000)
                  .setParam("http.socket.timeout", 60_000))
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  /** Shorter than a token lives: the whole run takes longer than one. */
  private static final Duration TOKEN_KEPT = Duration.ofMinutes(2);

  private static final Map<Client, Token> TOKENS = new ConcurrentHashMap<>();

  private record Token(String text, Instant fetched) {}

  private Marketplace() {}

  /** Those who call; the developer and the approver are of the first demo tenant. */
  enum Client {
    ADMIN,
    DEVELOPER,
    APPROVER
  }

  static String variable(String name) {
    String value = System.getenv(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + " is not set: run these through ./marketplace test");
    }
    return value;
  }

  /** A request without a token. */
  static RequestSpecification nobody() {
    return given()
        .spec(
            new RequestSpecBuilder()
                .setConfig(CONFIG)
                .setBaseUri(variable("PORTAL_URL"))
                .setBasePath("/api/v1")
                .build());
  }

  /** A request of {@code client}, with a JSON body if any. */
  static RequestSpecification as(Client client) {
    return nobody().auth().oauth2(token(client)).contentType(ContentType.JSON);
  }

  /** A request to the gateway with the first demo key. */
  static RequestSpecification gateway() {
    return given()
        .spec(
            new RequestSpecBuilder().setConfig(CONFIG).setBaseUri(variable("GATEWAY_URL")).build())
        .auth()
        .oauth2(variable("OPENAI_API_KEY"))
        .contentType(ContentType.JSON);
  }

  static String token(Client client) {
    return TOKENS
        .compute(
            client,
            (who, known) ->
                known == null || known.fetched().isBefore(Instant.now().minus(TOKEN_KEPT))
                    ? new Token(fetch(who), Instant.now())
                    : known)
        .text();
  }

  private static String fetch(Client client) {
    return given()
        .config(CONFIG)
        .baseUri(variable("KEYCLOAK_URL"))
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", variable(client + "_CLIENT_ID"))
        .formParam("client_secret", variable(client + "_CLIENT_SECRET"))
        .post("/realms/{realm}/protocol/openid-connect/token", variable("KEYCLOAK_REALM"))
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  /** A name that no other run used. */
  static String fresh(String stem) {
    return stem + "-" + UUID.randomUUID().toString().substring(0, 8);
  }
}

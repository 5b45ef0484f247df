package io.marketplace.it.control;

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
import java.util.concurrent.ConcurrentHashMap;

/** The REST control API, called with the demo's service accounts, and the gateway beside it. */
public final class ControlApi {
  /** Shorter than a token lives: the whole run takes longer than one. */
  private static final Duration TOKEN_KEPT = Duration.ofMinutes(2);

  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          .httpClient(
              HttpClientConfig.httpClientConfig()
                  .setParam("http.connection.timeout", 10_000)
                  .setParam("http.socket.timeout", 60_000))
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private static final Map<Caller, Token> TOKENS = new ConcurrentHashMap<>();

  private record Token(String text, Instant fetched) {}

  private ControlApi() {}

  /** Those who call; the developer and the approver are of the first demo tenant. */
  public enum Caller {
    ADMIN,
    DEVELOPER,
    APPROVER
  }

  /** A request without a token. */
  public static RequestSpecification nobody() {
    return given()
        .spec(
            new RequestSpecBuilder()
                .setConfig(CONFIG)
                .setBaseUri(Started.variable("PORTAL_URL"))
                .setBasePath("/api/v1")
                .build());
  }

  /** A request of {@code caller}, with a JSON body if any. */
  public static RequestSpecification as(Caller caller) {
    return nobody().auth().oauth2(token(caller)).contentType(ContentType.JSON);
  }

  /** A request to the gateway, in JSON, with the first tenant's demo key. */
  public static RequestSpecification gateway() {
    return given()
        .config(CONFIG)
        .baseUri(Started.variable("GATEWAY_URL"))
        .auth()
        .oauth2(Started.key())
        .contentType(ContentType.JSON);
  }

  /** A token of {@code caller}'s that lives on for a while. */
  public static String token(Caller caller) {
    return TOKENS
        .compute(
            caller,
            (who, known) ->
                known == null || known.fetched().isBefore(Instant.now().minus(TOKEN_KEPT))
                    ? new Token(fetch(who), Instant.now())
                    : known)
        .text();
  }

  private static String fetch(Caller caller) {
    return given()
        .config(CONFIG)
        .baseUri(Started.variable("KEYCLOAK_URL"))
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", Started.variable(caller + "_CLIENT_ID"))
        .formParam("client_secret", Started.variable(caller + "_CLIENT_SECRET"))
        .post("/realms/{realm}/protocol/openid-connect/token", Started.variable("KEYCLOAK_REALM"))
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }
}

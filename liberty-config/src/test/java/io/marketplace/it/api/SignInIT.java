package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static io.marketplace.it.control.ControlApi.nobody;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.marketplace.it.control.ControlApi;
import io.marketplace.it.control.ControlApi.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInIT {

  @Test
  void theRealmsRolesAndGroupsMakeTheActor() {
    as(Caller.DEVELOPER)
        .get("/me")
        .then()
        .statusCode(200)
        .body("tenantId", notNullValue())
        .body("teamIds.size()", equalTo(1))
        .body("roles", contains("developer"));
    as(Caller.ADMIN)
        .get("/me")
        .then()
        .statusCode(200)
        .body("tenantId", nullValue())
        .body("roles", hasItem("platform-admin"));
  }

  @Test
  void withoutATokenNothingIsAnswered() {
    nobody()
        .get("/tiers")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", containsString("Bearer"))
        .contentType("application/problem+json")
        .body("code", equalTo("unauthenticated"))
        .body("status", equalTo(401));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "a.b.c", "..", "null", "mk_live_0", "' or 1=1 --"})
  void whatIsNoTokenIsRefused(String token) {
    nobody()
        .header("Authorization", "Bearer " + token)
        .get("/tiers")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", not(blankOrNullString()));
  }

  @Test
  void aTokenOfAnotherHandIsRefused() {
    String[] parts = ControlApi.token(Caller.DEVELOPER).split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String forged = encode(claims.replace("developer", "platform-admin"));
    refused(parts[0] + "." + forged + "." + parts[2]);
    refused(encode("{\"alg\":\"none\"}") + "." + forged + ".");
    refused(parts[0] + "." + parts[1] + "." + parts[2].substring(1));
  }

  @Test
  void anExpiredTokenIsRefused() {
    String[] parts = ControlApi.token(Caller.DEVELOPER).split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    refused(
        parts[0] + "." + encode(claims.replaceAll("\"exp\":\\d+", "\"exp\":1")) + "." + parts[2]);
  }

  @Test
  void aSessionCookieIsNoToken() {
    nobody()
        .cookie("LtpaToken2", ControlApi.token(Caller.ADMIN))
        .cookie("JSESSIONID", "0000")
        .get("/tiers")
        .then()
        .statusCode(401);
  }

  private static void refused(String token) {
    nobody().auth().oauth2(token).get("/tiers").then().statusCode(401);
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}

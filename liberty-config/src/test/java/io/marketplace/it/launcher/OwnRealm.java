package io.marketplace.it.launcher;

import static io.restassured.RestAssured.given;

import io.marketplace.it.control.Started;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A second realm at the started Keycloak: to another marketplace an OpenID provider of its own. */
final class OwnRealm {
  private static final String REALM = "somebody-elses";

  private OwnRealm() {}

  /** Makes the realm with the demo's groups, roles and clients; returns its issuer. */
  static String create() throws IOException {
    Path home = Path.of(Started.variable("MARKETPLACE_HOME"));
    String realm =
        Files.readString(home.resolve("keycloak/data/import/marketplace-realm.json"))
            .replace("\"realm\": \"marketplace\"", "\"realm\": \"" + REALM + "\"");
    String keycloak = Started.variable("KEYCLOAK_URL");
    String password = Files.readString(home.resolve("secrets/keycloak-admin")).strip();
    String token =
        given()
            .formParam("grant_type", "password")
            .formParam("client_id", "admin-cli")
            .formParam("username", "admin")
            .formParam("password", password)
            .post(keycloak + "/realms/master/protocol/openid-connect/token")
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");
    given().auth().oauth2(token).delete(keycloak + "/admin/realms/" + REALM);
    given()
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON)
        .body(realm)
        .post(keycloak + "/admin/realms")
        .then()
        .statusCode(201);
    return keycloak + "/realms/" + REALM;
  }

  /** A token of the developer's service account. */
  static String developerToken(String issuer) {
    return given()
        .formParam("grant_type", "client_credentials")
        .formParam("client_id", Started.variable("DEVELOPER_CLIENT_ID"))
        .formParam("client_secret", Started.variable("DEVELOPER_CLIENT_SECRET"))
        .post(issuer + "/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }
}

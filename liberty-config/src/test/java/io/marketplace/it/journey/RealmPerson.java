package io.marketplace.it.journey;

import static io.restassured.RestAssured.given;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.Started;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who is added to the demo's realm, with the demo's password, until closed. */
final class RealmPerson implements AutoCloseable {
  private final String user = Access.fresh("person");
  private final String id;

  /** Adds a person of these groups, such as {@code /retail/payments}, and roles. */
  RealmPerson(List<String> groups, List<String> roles) throws IOException {
    id =
        keycloak()
            .body(
                Map.of(
                    "username",
                    user,
                    "enabled",
                    true,
                    "email",
                    user + "@example.com",
                    "emailVerified",
                    true,
                    "firstName",
                    "Odd",
                    "lastName",
                    "Person",
                    "groups",
                    groups,
                    "credentials",
                    List.of(Map.of("type", "password", "value", "demo", "temporary", false))))
            .post("/users")
            .then()
            .statusCode(201)
            .extract()
            .header("Location")
            .replaceFirst(".*/", "");
    List<Map<String, Object>> found = new ArrayList<>();
    for (String role : roles) {
      found.add(keycloak().get("/roles/{role}", role).then().statusCode(200).extract().path(""));
    }
    keycloak().body(found).post("/users/{id}/role-mappings/realm", id).then().statusCode(204);
  }

  String user() {
    return user;
  }

  private static RequestSpecification keycloak() throws IOException {
    Path home = Path.of(Started.variable("MARKETPLACE_HOME"));
    String address = Started.variable("KEYCLOAK_URL");
    String token =
        given()
            .formParam("grant_type", "password")
            .formParam("client_id", "admin-cli")
            .formParam("username", "admin")
            .formParam("password", Files.readString(home.resolve("secrets/keycloak-admin")).strip())
            .post(address + "/realms/master/protocol/openid-connect/token")
            .then()
            .statusCode(200)
            .extract()
            .path("access_token");
    return given()
        .baseUri(address)
        .basePath("/admin/realms/" + Started.variable("KEYCLOAK_REALM"))
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON);
  }

  @Override
  public void close() throws IOException {
    keycloak().delete("/users/{id}", id).then().statusCode(204);
  }
}

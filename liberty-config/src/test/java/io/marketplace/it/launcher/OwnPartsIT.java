package io.marketplace.it.launcher;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.marketplace.it.control.Await;
import io.marketplace.it.control.Command.Said;
import io.marketplace.launcher.home.DatabaseAddress;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A marketplace on a Postgres and an OpenID provider of the user's: a second server whose database
 * belongs to a role that is no superuser, and a second realm.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnPartsIT {

  private static final int DATABASE_PORTS = 22_000;
  private static final int PORTS = 22_200;

  private Installation database;
  private Installation marketplace;
  private String issuer;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, SQLException {
    database = new Installation(folder.resolve("database"), DATABASE_PORTS);
    database.done("up", "--detach", "--only", "postgres");
    issuer = OwnRealm.create();
    marketplace = new Installation(folder.resolve("marketplace"), PORTS);
    marketplace.set("DATABASE_URL", ownDatabase());
    marketplace.set("OIDC_ISSUER", issuer);
    Said said = marketplace.run("up", "--detach", "--only", "migrate");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).contains("let a superuser run \"create extension vector\"");
    administer("models", "create extension vector");
    marketplace.set("OIDC_CLIENT_SECRET", "of no use without a browser");
    assertThat(marketplace.done("up", "--detach"))
        .contains("Ready after")
        .doesNotContain("Sign-ins", "password \"demo\"");
  }

  @AfterAll
  void stop() {
    for (Installation started : new Installation[] {marketplace, database}) {
      if (started != null) {
        started.close();
      }
    }
  }

  /** A database of a role that may create roles and is no superuser, as the README asks. */
  private String ownDatabase() throws SQLException {
    administer(
        "postgres",
        "create role dba login createrole nosuperuser password 'own'",
        "create database models owner dba");
    return "postgresql://dba:own@127.0.0.1:" + database.port("POSTGRES_PORT") + "/models";
  }

  private void administer(String name, String... statements) throws SQLException {
    DatabaseAddress admin =
        DatabaseAddress.parse(database.environment().getOrDefault("DATABASE_URL", ""));
    try (Connection connection =
            DriverManager.getConnection(
                admin.withDatabase(name).jdbcUrl(), admin.user(), admin.password());
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
  }

  @Test
  void nothingIsEmbeddedThatTheUserBrings() {
    assertThat(marketplace.status().getList("parts.name", String.class))
        .doesNotContain("postgres", "keycloak", "keycloak-database")
        .contains("migrate", "portal", "gateway");
    assertThat(marketplace.environment())
        .containsEntry("KEYCLOAK_REALM", "somebody-elses")
        .doesNotContainKey("ADMIN_CLIENT_SECRET");
  }

  @Test
  void tokensOfTheUsersProviderSignInToTheApi() {
    String applications = marketplace.environment().get("PORTAL_URL") + "/api/v1/applications";
    given()
        .auth()
        .oauth2(OwnRealm.developerToken(issuer))
        .get(applications)
        .then()
        .statusCode(200)
        .body("items[0].tenant.name", not(equalTo(null)));
    given().auth().oauth2("no.token.atall").get(applications).then().statusCode(401);
  }

  @Test
  void modelsAnswerAndAKilledGatewayComesBackByItself() {
    assertThat(answerStatus()).isEqualTo(200);
    long pid = gatewayPid();

    assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    Await.until(
        "the gateway after its end",
        Duration.ofSeconds(90),
        () -> detail().contains("started again once"));

    assertThat(gatewayPid()).isNotEqualTo(pid);
    assertThat(answerStatus()).isEqualTo(200);
    assertThat(marketplace.status().getBoolean("healthy")).isTrue();
  }

  @Test
  void gatewaysAreAddedAndTakenAwayWhileItRuns() {
    long pid = gatewayPid();
    assertThat(marketplace.done("up", "--gateways", "2")).contains("gateway-2", "ready");

    String[] urls = marketplace.environment().getOrDefault("GATEWAY_URLS", "").split(" ", -1);
    assertThat(urls).hasSize(2);
    given().get(urls[1] + "/health/ready").then().statusCode(200);

    marketplace.done("up", "--gateways", "1");
    assertThat(marketplace.environment()).containsEntry("GATEWAY_URLS", urls[0]);
    assertThat(gatewayNames()).containsExactly("gateway");
    assertThat(gatewayPid()).isEqualTo(pid);
  }

  private int answerStatus() {
    Map<String, String> environment = marketplace.environment();
    return given()
        .auth()
        .oauth2(environment.getOrDefault("OPENAI_API_KEY", ""))
        .contentType(ContentType.JSON)
        .body(
            "{\"model\":\"utility\",\"max_tokens\":4,\"messages\":[{\"role\":\"user\",\"content\":\"Say hello.\"}]}")
        .post(environment.get("OPENAI_BASE_URL") + "/chat/completions")
        .statusCode();
  }

  private List<String> gatewayNames() {
    return marketplace.status().getList("parts.name", String.class).stream()
        .filter(name -> name.startsWith("gateway"))
        .toList();
  }

  private String detail() {
    return gateway("detail");
  }

  private long gatewayPid() {
    return Long.parseLong(gateway("pid"));
  }

  private String gateway(String field) {
    JsonPath status = marketplace.status();
    return String.valueOf(status.<Object>get("parts.find { it.name == 'gateway' }." + field));
  }
}

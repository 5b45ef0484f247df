package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputIT {

  private static final String SCRIPT = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>";

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "{\"teamId\":\"a\",}", "<a/>"})
  void aBodyThatIsNoSuchDocumentIsRefused(String body) {
    problem(as(Caller.DEVELOPER).body(body).post("/applications"), 400);
  }

  @ParameterizedTest
  @CsvSource({
    "applicationId, 7",
    "tier, true",
    "tier, {}",
    "tier, \"warp\"",
    "purpose, []",
    "sensitivity, \"secret\"",
    "budgetUsd, true",
    "budgetUsd, \"-1\"",
    "budgetUsd, \"1e400\"",
    "budgetUsd, \"99999999999999999999\"",
    "budgetUsd, \"0.0000000001\"",
    "budgetUsd, \"NaN\"",
    "expectedRequestsPerMonth, -1",
    "expectedRequestsPerMonth, 1.5",
    "expectedRequestsPerMonth, 99999999999999999999",
    "until, \"yesterday\"",
    "until, \"2001-01-01T00:00:00Z\"",
    "until, \"9999-01-01T00:00:00Z\"",
    "until, 17",
    "colour, \"red\""
  })
  void aFieldThatCannotBeIsNamed(String field, String value) {
    String application = Things.application();
    String body =
        """
        {"applicationId": "%s", "tier": "utility", "purpose": "p", "sensitivity": "internal",
         "budgetUsd": "1", "until": "2028-01-01T00:00:00Z"}\
        """
            .formatted(application);
    String changed =
        body.contains("\"" + field + "\"")
            ? body.replaceAll("\"" + field + "\": \"[^\"]*\"", "\"" + field + "\": " + value)
            : body.replace("}", ", \"" + field + "\": " + value + "}");
    problem(as(Caller.DEVELOPER).body(changed).post("/access-requests"), 400)
        .then()
        .body("field", equalTo(field));
  }

  @Test
  void aMissingFieldIsNamed() {
    problem(as(Caller.DEVELOPER).body("{\"name\":\"n\"}").post("/applications"), 400)
        .then()
        .body("field", equalTo("teamId"));
  }

  @Test
  void invalidUtf8IsRefused() {
    byte[] body = "{\"teamId\":\"a\",\"name\":\"b?\"}".getBytes(StandardCharsets.UTF_8);
    body[body.length - 3] = (byte) 0xfe;
    problem(as(Caller.DEVELOPER).body(body).post("/applications"), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "a\\u0007b", "\\u202eevil", "", "   "})
  void whatIsNoNameIsRefused(String name) {
    String body = "{\"teamId\":\"%s\",\"name\":\"%s\"}".formatted(Things.team(), name);
    problem(as(Caller.DEVELOPER).body(body).post("/applications"), 400)
        .then()
        .body("field", equalTo("name"));
  }

  @Test
  void aNameThatIsTooLongIsRefused() {
    Map<String, Object> body = Map.of("teamId", Things.team(), "name", "n".repeat(81));
    problem(as(Caller.DEVELOPER).body(body).post("/applications"), 400);
  }

  @Test
  void tenMegabytesAreRefused() {
    String body = "{\"name\":\"" + "x".repeat(10 << 20) + "\"}";
    problem(as(Caller.DEVELOPER).body(body).post("/applications"), 413)
        .then()
        .body("code", equalTo("request_too_large"));
  }

  @Test
  void anOverlongHeaderIsRefusedAndTheServerStays() {
    Response answer = as(Caller.DEVELOPER).header("X-Long", "x".repeat(200_000)).get("/tiers");
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.asString()).doesNotContain("Exception", "at com.", "at java.");
    as(Caller.DEVELOPER).get("/tiers").then().statusCode(200);
  }

  @Test
  void textIsKeptAsItIsAndNeverRunsInABrowser() {
    String team = Things.team();
    Map<String, Object> told = new HashMap<>();
    told.put("teamId", team);
    told.put("name", Access.fresh("<script>x</script>"));
    told.put("description", SCRIPT);
    String id =
        as(Caller.DEVELOPER)
            .body(told)
            .post("/applications")
            .then()
            .statusCode(201)
            .body("description", equalTo(SCRIPT))
            .extract()
            .path("id");
    Map<String, Object> wish = Things.wish(id, "utility");
    wish.put("purpose", SCRIPT);
    String request =
        as(Caller.DEVELOPER)
            .body(wish)
            .post("/access-requests")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    as(Caller.APPROVER)
        .body(Map.of("reason", SCRIPT))
        .post("/access-requests/{id}/deny", request)
        .then()
        .statusCode(200);
    as(Caller.DEVELOPER)
        .get("/access-requests/{id}", request)
        .then()
        .statusCode(200)
        .contentType(startsWith("application/json"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body("purpose", equalTo(SCRIPT))
        .body("decisions[0].reason", equalTo(SCRIPT));
  }

  @Test
  void addressesMethodsAndTypesThatAreNotThereAreProblems() {
    problem(as(Caller.DEVELOPER).get("/nothing"), 404);
    problem(as(Caller.DEVELOPER).get("/ledgers"), 404);
    problem(as(Caller.DEVELOPER).delete("/tiers"), 405)
        .then()
        .header("Allow", containsString("GET"));
    problem(as(Caller.DEVELOPER).accept("application/xml").get("/tiers"), 406);
    problem(as(Caller.DEVELOPER).contentType("text/plain").body("{}").post("/applications"), 415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/applications?cursor=x",
        "/applications?cursor=%00",
        "/applications?limit=0",
        "/applications?limit=-5",
        "/applications?limit=201",
        "/applications?limit=many",
        "/applications?q=%00",
        "/applications?archived=perhaps",
        "/models?tier=warp",
        "/models?minContext=-1",
        "/models?sort=colour",
        "/access-requests?state=lost",
        "/grants?state=lost",
        "/keys?state=lost",
        "/usage?groupBy=colour",
        "/usage?groupBy=day,day",
        "/usage?groupBy=day&from=tomorrow",
        "/usage?groupBy=day&from=2026-02-01&to=2026-01-01",
        "/usage?groupBy=day&from=0001-01-01"
      })
  void queriesThatCannotBeAreRefused(String address) {
    problem(as(Caller.DEVELOPER).urlEncodingEnabled(false).get(address), 400);
  }

  @Test
  void invalidEscapesInAnAddressAreNoServerError() {
    int status =
        as(Caller.DEVELOPER).urlEncodingEnabled(false).get("/applications?q=%ff%fe").statusCode();
    assertThat(status).isLessThan(500);
    as(Caller.DEVELOPER)
        .urlEncodingEnabled(false)
        .get("/applications/%ff")
        .then()
        .statusCode(is(oneOf(400, 404)));
  }

  @Test
  void noOriginIsAllowedAcrossSites() {
    Response answer = as(Caller.DEVELOPER).header("Origin", "https://evil.example").get("/tiers");
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
  }

  static Response problem(Response answer, int status) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status));
    assertThat(answer.asString())
        .doesNotContain("Exception", "io.marketplace", "jackson", "hibernate", "at java");
    return answer;
  }
}

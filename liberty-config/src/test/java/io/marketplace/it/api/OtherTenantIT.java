package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Another tenant's identifiers answer 404, not 403, wherever a path or body takes one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherTenantIT {

  private String tenant = "";
  private String team = "";
  private String application = "";
  private String request = "";
  private String grant = "";
  private String key = "";
  private String limit = "";

  record Call(Caller client, String method, String path, Map<String, Object> body) {

    @Override
    public String toString() {
      return client + " " + method + " " + path.replaceAll("[0-9a-f-]{36}", "*");
    }
  }

  @BeforeAll
  void fillTheOtherTenant() {
    team = Things.otherTeam();
    tenant = as(Caller.ADMIN).get("/teams/{id}", team).path("tenant.id");
    application = Things.application(Caller.ADMIN, team);
    request = Things.request(Caller.ADMIN, application, "code");
    List<String> grants =
        as(Caller.ADMIN)
            .get("/grants?limit=200&state=active")
            .path("items.findAll { it.tenant.id == '" + tenant + "' }.id");
    List<String> keys =
        as(Caller.ADMIN)
            .get("/keys?limit=200")
            .path("items.findAll { it.team.id == '" + team + "' }.id");
    grant = grants.stream().findFirst().orElseThrow();
    key = keys.stream().findFirst().orElseThrow();
    limit =
        as(Caller.ADMIN)
            .body(limitOf("application", application))
            .put("/limits")
            .then()
            .statusCode(200)
            .extract()
            .path("id");
  }

  Stream<Call> calls() {
    return Stream.of(Caller.DEVELOPER, Caller.APPROVER).flatMap(this::callsOf);
  }

  private Stream<Call> callsOf(Caller client) {
    Map<String, Object> none = Map.of();
    Map<String, Object> reason = Map.of("reason", "theirs");
    Map<String, Object> key1 = Map.of("name", "k", "tiers", List.of("utility"));
    String requests = "/access-requests/" + request;
    return Stream.of(
        new Call(client, "GET", "/tenants/" + tenant, none),
        new Call(client, "GET", "/policies/tenants/" + tenant, none),
        new Call(client, "GET", "/teams/" + team, none),
        new Call(client, "GET", "/teams/" + team + "/keys", none),
        new Call(client, "POST", "/teams/" + team + "/keys", key1),
        new Call(client, "POST", "/applications", Map.of("teamId", team, "name", "theirs")),
        new Call(client, "GET", "/applications/" + application, none),
        new Call(client, "PUT", "/applications/" + application, Map.of("name", "ours")),
        new Call(client, "DELETE", "/applications/" + application, none),
        new Call(client, "GET", "/applications/" + application + "/keys", none),
        new Call(client, "POST", "/applications/" + application + "/keys", key1),
        new Call(client, "POST", "/access-requests", Things.wish(application, "utility")),
        new Call(client, "GET", requests, none),
        new Call(client, "PUT", requests, terms()),
        new Call(client, "GET", requests + "/advice", none),
        new Call(client, "POST", requests + "/submit", none),
        new Call(client, "POST", requests + "/approve", reason),
        new Call(client, "POST", requests + "/deny", reason),
        new Call(client, "POST", requests + "/ask-back", reason),
        new Call(client, "POST", requests + "/reply", reason),
        new Call(client, "POST", requests + "/withdraw", reason),
        new Call(client, "GET", "/grants/" + grant, none),
        new Call(client, "POST", "/grants/" + grant + "/suspend", reason),
        new Call(client, "POST", "/grants/" + grant + "/resume", reason),
        new Call(client, "POST", "/grants/" + grant + "/revoke", reason),
        new Call(
            client,
            "POST",
            "/grants/" + grant + "/recertify",
            Map.of("until", "2028-01-01T00:00:00Z")),
        new Call(client, "GET", "/limits/" + limit, none),
        new Call(client, "GET", "/keys/" + key, none),
        new Call(client, "POST", "/keys/" + key + "/rotate", Map.of("overlapSeconds", 0)),
        new Call(client, "GET", "/keys/" + key + "/sub-keys", none),
        new Call(
            client, "POST", "/keys/" + key + "/sub-keys", Map.of("name", "theirs", "agent", "a")),
        new Call(client, "POST", "/keys/" + key + "/stop-old-secret", none),
        new Call(client, "POST", "/keys/" + key + "/suspend", reason),
        new Call(client, "POST", "/keys/" + key + "/resume", reason),
        new Call(client, "DELETE", "/keys/" + key, none));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void isAnswered404(Call call) {
    Response answer = send(call);
    BadInputIT.problem(answer, 404);
    assertThat(answer.asString()).doesNotContain(application, request, grant, key, team);
  }

  @Test
  void whatCannotBeAnIdentifierIsAnsweredAlike() {
    for (String id : List.of("1", "x", "00000000-0000-0000-0000-000000000000", "..%2f..", "%00")) {
      for (String path :
          List.of("/applications/", "/access-requests/", "/grants/", "/keys/", "/teams/")) {
        Response answer = as(Caller.DEVELOPER).urlEncodingEnabled(false).get(path + id);
        assertThat(answer.statusCode()).as(path + id).isIn(400, 404);
      }
    }
  }

  @Test
  void nothingOfItStandsInLists() {
    for (String path : List.of("/applications", "/access-requests", "/grants", "/keys", "/teams")) {
      for (Caller client : List.of(Caller.DEVELOPER, Caller.APPROVER)) {
        assertThat(as(client).get(path + "?limit=200").asString())
            .as(client + " " + path)
            .doesNotContain(application, request, grant, key, team);
      }
    }
    assertThat(as(Caller.APPROVER).get("/audit?limit=200").asString())
        .doesNotContain(application, request, grant, key, team);
  }

  @ParameterizedTest
  @CsvSource({"key", "application", "team", "tenant"})
  void itsCallsAreNotLimited(String type) {
    Map<String, String> ids =
        Map.of("key", key, "application", application, "team", team, "tenant", tenant);
    BadInputIT.problem(
        as(Caller.APPROVER).body(limitOf(type, ids.getOrDefault(type, ""))).put("/limits"), 404);
    BadInputIT.problem(as(Caller.APPROVER).delete("/limits/{id}", limit), 404);
    assertThat(as(Caller.APPROVER).get("/limits?limit=200").asString()).doesNotContain(limit);
  }

  @Test
  void howLongItsCallsStayIsNeitherReadNorSet() {
    BadInputIT.problem(
        as(Caller.APPROVER).body(Map.of("days", 200, "tenantId", tenant)).put("/retention"), 404);
    BadInputIT.problem(
        as(Caller.APPROVER).get("/retention/preview?days=200&tenantId={t}", tenant), 404);
    assertThat(as(Caller.APPROVER).get("/retention").asString()).doesNotContain(tenant);
  }

  private static Map<String, Object> limitOf(String type, String id) {
    return Map.of("scope", Map.of("type", type, "id", id), "requestsPerMinute", 1_000_000);
  }

  private Map<String, Object> terms() {
    Map<String, Object> terms = Things.wish(application, "utility");
    terms.remove("applicationId");
    return terms;
  }

  private static Response send(Call call) {
    return call.body().isEmpty()
        ? as(call.client()).request(call.method(), call.path())
        : as(call.client()).body(call.body()).request(call.method(), call.path());
  }
}

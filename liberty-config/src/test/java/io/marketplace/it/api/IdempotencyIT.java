package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdempotencyIT {

  private final String team = Things.team();
  private final String key = UUID.randomUUID().toString();

  @Test
  void theSameRequestAgainIsAnsweredAsBefore() {
    Map<String, Object> body = body();
    Response first = create(key, body);
    Response second = create(key, body);
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
  }

  @Test
  void anotherRequestUnderTheSameKeyIsAConflict() {
    assertThat(create(key, body()).statusCode()).isEqualTo(201);
    create(key, body()).then().statusCode(409).body("code", equalTo("conflict"));
  }

  @Test
  void aRefusedRequestMayBeRepeated() {
    Map<String, Object> bad = Map.of("teamId", team, "name", "");
    assertThat(create(key, bad).statusCode()).isEqualTo(400);
    assertThat(create(key, bad).statusCode()).isEqualTo(400);
    assertThat(create(key, body()).statusCode()).isEqualTo(201);
  }

  @Test
  void ofManyAtOnceOneIsCarriedOut() throws InterruptedException, ExecutionException {
    Map<String, Object> body = body();
    List<Callable<Response>> calls =
        IntStream.range(0, 8).<Callable<Response>>mapToObj(i -> () -> create(key, body)).toList();
    List<Response> answers;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      answers = threads.invokeAll(calls).stream().map(IdempotencyIT::get).toList();
    } finally {
      threads.shutdown();
    }
    assertThat(answers).allMatch(a -> a.statusCode() == 201 || a.statusCode() == 409);
    assertThat(
            answers.stream()
                .filter(a -> a.statusCode() == 201)
                .map(a -> a.<String>path("id"))
                .distinct())
        .hasSize(1);
    as(Caller.DEVELOPER)
        .queryParam("q", body.get("name"))
        .get("/applications")
        .then()
        .body("items.size()", equalTo(1));
  }

  @Test
  void aKeysSecretIsNotShownAgain() {
    String application = Things.application();
    Things.grant(application, "utility");
    Map<String, Object> wish = Map.of("name", "once", "tiers", List.of("utility"));
    Response first =
        as(Caller.DEVELOPER)
            .header("Idempotency-Key", key)
            .body(wish)
            .post("/applications/{id}/keys", application);
    assertThat(first.statusCode()).isEqualTo(201);
    Response second =
        as(Caller.DEVELOPER)
            .header("Idempotency-Key", key)
            .body(wish)
            .post("/applications/{id}/keys", application);
    second.then().statusCode(409).body("detail", containsString(first.path("id")));
    assertThat(second.asString()).doesNotContain("mk_live_");
    as(Caller.DEVELOPER)
        .get("/applications/{id}/keys", application)
        .then()
        .body("items.size()", equalTo(1));
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    create("a b", body()).then().statusCode(400).body("field", equalTo("Idempotency-Key"));
    create("k".repeat(201), body()).then().statusCode(400);
  }

  private Map<String, Object> body() {
    return Map.of("teamId", team, "name", Access.fresh("once"));
  }

  private static Response create(String key, Map<String, Object> body) {
    return as(Caller.DEVELOPER).header("Idempotency-Key", key).body(body).post("/applications");
  }

  private static Response get(Future<Response> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}

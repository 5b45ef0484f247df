package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsIT {

  private final String application = Things.application();

  private Map<String, Object> limit(Object... fields) {
    Map<String, Object> limit = new HashMap<>();
    limit.put("scope", Map.of("type", "application", "id", application));
    for (int i = 0; i < fields.length; i += 2) {
      limit.put((String) fields[i], fields[i + 1]);
    }
    return limit;
  }

  @Test
  void aLimitIsSetReadSentBackChangedAndEnded() {
    Response set =
        as(Caller.APPROVER)
            .body(limit("tier", "utility", "requestsPerMinute", 600, "priority", "batch"))
            .put("/limits");
    set.then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("owner", equalTo("tenant"))
        .body("scope.name", not(nullValue()))
        .body("requestsPerMinute", equalTo(600))
        .body("tokensPerMinute", nullValue());
    String id = set.path("id");
    Map<String, Object> read = as(Caller.DEVELOPER).get("/limits/{id}", id).path("");
    as(Caller.APPROVER).body(read).put("/limits").then().statusCode(200).body("id", equalTo(id));
    as(Caller.DEVELOPER)
        .get("/limits?scopeType=application&scopeId=" + application)
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(id)));
    read.put("concurrency", 3);
    as(Caller.APPROVER)
        .body(read)
        .put("/limits")
        .then()
        .statusCode(200)
        .body("version", equalTo(2));
    as(Caller.APPROVER).body(read).put("/limits").then().statusCode(409);
    as(Caller.APPROVER).delete("/limits/{id}", id).then().statusCode(204);
    as(Caller.APPROVER).delete("/limits/{id}", id).then().statusCode(404);
    as(Caller.APPROVER)
        .get("/audit?subjectType=limit&subjectId=" + id)
        .then()
        .body("items.action", hasItem("limit.removed"));
  }

  @Test
  void thePlatformsLimitIsNotTheApprovers() {
    String id =
        as(Caller.ADMIN)
            .body(limit("tokensPerMinute", 1_000_000))
            .put("/limits")
            .then()
            .statusCode(200)
            .body("owner", equalTo("platform"))
            .extract()
            .path("id");
    as(Caller.APPROVER).get("/limits/{id}", id).then().statusCode(200);
    as(Caller.APPROVER).delete("/limits/{id}", id).then().statusCode(403);
    as(Caller.ADMIN).delete("/limits/{id}", id).then().statusCode(204);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    refused(limit(), "requestsPerMinute");
    refused(limit("requestsPerMinute", 0), "requestsPerMinute");
    refused(limit("tokensPerMinute", -5), "tokensPerMinute");
    refused(limit("concurrency", 2_000_000_000), "concurrency");
    refused(limit("priority", "urgent"), "priority");
    refused(limit("requestsPerMinute", 5, "tier", "warp"), "tier");
    refused(limit("requestsPerMinute", "5"), "requestsPerMinute");
    refused(limit("requestsPerMinute", 5, "perHour", 7), "perHour");
    Map<String, Object> odd = limit("requestsPerMinute", 5);
    odd.put("scope", Map.of("type", "planet", "id", application));
    refused(odd, "scope.type");
    as(Caller.DEVELOPER).body(limit("requestsPerMinute", 5)).put("/limits").then().statusCode(403);
    assertThat(as(Caller.ADMIN).get("/limits?scopeType=planet").statusCode()).isEqualTo(400);
  }

  private static void refused(Map<String, Object> limit, String field) {
    as(Caller.APPROVER)
        .body(limit)
        .put("/limits")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }
}

package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.marketplace.it.control.ControlApi.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AuditIT {

  @Test
  void everyStepIsWrittenDownWithBeforeAndAfter() {
    String application = Things.application();
    String grant = Things.grant(application, "utility");
    as(Caller.APPROVER).body("{}").post("/grants/{id}/suspend", grant).then().statusCode(200);
    as(Caller.APPROVER)
        .queryParam("subjectId", grant)
        .queryParam("action", "grant.suspended")
        .get("/audit")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].before.state", equalTo("active"))
        .body("items[0].after.state", equalTo("suspended"))
        .body("items[0].actor.name", notNullValue())
        .body("items[0].actor.sourceIp", notNullValue());
    as(Caller.ADMIN)
        .queryParam("subjectId", application)
        .get("/audit")
        .then()
        .body("items.action", hasItem("application.created"));
  }

  @Test
  void developersDoNotReadIt() {
    as(Caller.DEVELOPER).get("/audit").then().statusCode(403);
  }

  @Test
  void theChainIsCheckedAndHandedOut() throws Exception {
    Things.application();
    as(Caller.APPROVER)
        .get("/audit/verify")
        .then()
        .statusCode(200)
        .body("intact", equalTo(true))
        .body("chains.size()", equalTo(1))
        .body("chains[0].hash", matchesPattern("[0-9a-f]{64}"));
    String lines =
        as(Caller.APPROVER)
            .accept("*/*")
            .get("/audit/export")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString();
    String previous = "0".repeat(64);
    for (String line : lines.lines().toList()) {
      assertThat(line).contains("\"previous\":\"" + previous + "\"");
      previous = line.replaceFirst(".*\"hash\":\"([0-9a-f]{64})\".*", "$1");
      byte[] rest =
          line.replace("\"hash\":\"" + previous + "\",", "").getBytes(StandardCharsets.UTF_8);
      assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rest)))
          .isEqualTo(previous);
    }
    as(Caller.APPROVER)
        .accept("*/*")
        .get("/audit/export?format=csv&action=audit.")
        .then()
        .statusCode(200)
        .contentType("text/csv")
        .body(containsString("audit.exported"));
    as(Caller.APPROVER).get("/audit/export?format=xml").then().statusCode(400);
  }

  @Test
  void developersNeitherCheckNorExport() {
    as(Caller.DEVELOPER).get("/audit/verify").then().statusCode(403);
    as(Caller.DEVELOPER).get("/audit/export").then().statusCode(403);
  }
}

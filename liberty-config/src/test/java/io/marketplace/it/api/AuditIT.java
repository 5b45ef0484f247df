package io.marketplace.it.api;

import static io.marketplace.it.api.Marketplace.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.marketplace.it.api.Marketplace.Client;
import org.junit.jupiter.api.Test;

class AuditIT {

  @Test
  void everyStepIsWrittenDownWithBeforeAndAfter() {
    String application = Things.application();
    String grant = Things.grant(application, "utility");
    as(Client.APPROVER).body("{}").post("/grants/{id}/suspend", grant).then().statusCode(200);
    as(Client.APPROVER)
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
    as(Client.ADMIN)
        .queryParam("subjectId", application)
        .get("/audit")
        .then()
        .body("items.action", hasItem("application.created"));
  }

  @Test
  void developersDoNotReadIt() {
    as(Client.DEVELOPER).get("/audit").then().statusCode(403);
  }
}

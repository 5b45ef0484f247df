package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationsIT {

  private static Response take(Caller client, String provider, String format, String csv) {
    return as(client)
        .contentType("text/csv")
        .body(csv)
        .post("/reconciliations?providerId={id}&format={format}&name=test.csv", provider, format);
  }

  @Test
  void anInvoiceIsImportedComparedExportedAndTakenAway() {
    String provider = Things.provider();
    LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(1);
    String csv = "day,model,cost_usd\n%s,gpt-x-2026-01-01,1.25\n".formatted(day);

    Response taken = take(Caller.ADMIN, provider, "plain", csv);
    taken.then().statusCode(201).body("totalUsd", equalTo("1.25")).body("lines", equalTo(1));
    String id = taken.path("id");
    as(Caller.ADMIN)
        .get("/reconciliations/{id}/differences", id)
        .then()
        .statusCode(200)
        .body("items[0].model", equalTo("gpt-x"))
        .body("items[0].differenceUsd", equalTo("1.250000000"));
    assertThat(
            as(Caller.ADMIN)
                .accept("text/csv")
                .get("/reconciliations/{id}/differences", id)
                .asString())
        .contains("difference_usd", "gpt-x,1.25,,1.250000000");
    take(Caller.ADMIN, provider, "plain", csv).then().statusCode(409);
    as(Caller.ADMIN).delete("/reconciliations/{id}", id).then().statusCode(204);
    as(Caller.ADMIN).get("/reconciliations/{id}", id).then().statusCode(404);
  }

  @Test
  void whatIsNoInvoiceIsRefusedWhole() {
    String provider = Things.provider();
    take(Caller.ADMIN, provider, "openai", "day,model,cost_usd\n2026-01-01,m,1\n")
        .then()
        .statusCode(400)
        .body("field", equalTo("csv"))
        .body("detail", containsString("in the format plain"));
    take(Caller.ADMIN, provider, "excel", "x").then().statusCode(400);
    take(Caller.DEVELOPER, provider, "plain", "x").then().statusCode(403);
    take(Caller.APPROVER, provider, "plain", "x").then().statusCode(403);
    as(Caller.DEVELOPER).get("/reconciliations").then().statusCode(403);
  }

  @Test
  void anOwnPoolsHourIsPricedAndRefusedWhenAbsurd() {
    String pool = Things.pool(Things.provider());
    as(Caller.ADMIN)
        .body(Map.of("gpuHourUsd", "2.50", "gpus", 2))
        .post("/pools/{id}/gpu-prices", pool)
        .then()
        .statusCode(201)
        .body("version", equalTo(1))
        .body("gpuHourUsd", equalTo("2.5"));
    as(Caller.ADMIN).get("/pools/{id}/gpu-hours", pool).then().statusCode(200);
    as(Caller.ADMIN)
        .body(Map.of("gpuHourUsd", "-1", "gpus", 2))
        .post("/pools/{id}/gpu-prices", pool)
        .then()
        .statusCode(400);
    as(Caller.ADMIN)
        .body(Map.of("gpuHourUsd", "1", "gpus", 0))
        .post("/pools/{id}/gpu-prices", pool)
        .then()
        .statusCode(400);
  }
}

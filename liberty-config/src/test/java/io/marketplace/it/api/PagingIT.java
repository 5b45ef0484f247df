package io.marketplace.it.api;

import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.marketplace.it.control.ControlApi.Caller;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagingIT {

  @Test
  void cursorsLeadThroughTheWholeListOnce() {
    List<String> whole =
        as(Caller.DEVELOPER)
            .get("/models?limit=200")
            .then()
            .statusCode(200)
            .extract()
            .path("items.id");
    assertThat(whole).hasSizeGreaterThan(5);
    List<String> walked = new ArrayList<>();
    String cursor = null;
    do {
      Response part =
          cursor == null
              ? as(Caller.DEVELOPER).get("/models?limit=5")
              : as(Caller.DEVELOPER).queryParam("cursor", cursor).get("/models?limit=5");
      part.then().statusCode(200);
      walked.addAll(part.<List<String>>path("items.id"));
      cursor = part.path("next");
    } while (cursor != null);
    assertThat(walked).containsExactlyElementsOf(whole);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    String cursor = as(Caller.DEVELOPER).get("/models?limit=5").path("next");
    as(Caller.DEVELOPER)
        .queryParam("cursor", cursor)
        .get("/keys")
        .then()
        .statusCode(400)
        .body("field", equalTo("cursor"));
    as(Caller.DEVELOPER)
        .queryParam("cursor", cursor)
        .get("/models?tier=utility")
        .then()
        .statusCode(400);
  }
}

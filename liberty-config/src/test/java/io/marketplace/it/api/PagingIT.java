package io.marketplace.it.api;

import static io.marketplace.it.api.Marketplace.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.marketplace.it.api.Marketplace.Client;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagingIT {

  @Test
  void cursorsLeadThroughTheWholeListOnce() {
    List<String> whole =
        as(Client.DEVELOPER)
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
              ? as(Client.DEVELOPER).get("/models?limit=5")
              : as(Client.DEVELOPER).queryParam("cursor", cursor).get("/models?limit=5");
      part.then().statusCode(200);
      walked.addAll(part.<List<String>>path("items.id"));
      cursor = part.path("next");
    } while (cursor != null);
    assertThat(walked).containsExactlyElementsOf(whole);
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    String cursor = as(Client.DEVELOPER).get("/models?limit=5").path("next");
    as(Client.DEVELOPER)
        .queryParam("cursor", cursor)
        .get("/keys")
        .then()
        .statusCode(400)
        .body("field", equalTo("cursor"));
    as(Client.DEVELOPER)
        .queryParam("cursor", cursor)
        .get("/models?tier=utility")
        .then()
        .statusCode(400);
  }
}

package io.marketplace.it.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.marketplace.it.control.ControlApi.as;
import static io.restassured.RestAssured.given;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Guardrails;
import io.marketplace.it.control.Routing;
import io.marketplace.it.control.Started;
import io.marketplace.model.metering.CallId;
import io.restassured.http.ContentType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Open pages follow what happens elsewhere, and leave what somebody is at work on as it is. */
class LivePagesIT {
  private final Browser browser = new Browser();

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void guardrailsFollowButADraftStays() {
    Page page = browser.signedIn("approver-retail", "/guardrails");
    Locator main = page.getByRole(AriaRole.MAIN);
    String rule = Access.fresh("live");
    put(rule);
    try {
      assertThat(main).containsText(rule);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove rule " + rule))
          .click();
      assertThat(main).containsText("Draft, not in force");
      String next = Access.fresh("live");
      put(next);
      // the table of versions follows, the draft does not
      assertThat(main).containsText(next + ": let pass, and count");
      assertThat(main).containsText("Draft, not in force");
    } finally {
      Guardrails.put(List.of()).then().statusCode(200);
    }
  }

  @Test
  void anInvoiceThatGoesSaysSo() {
    String name = Access.fresh("live") + ".csv";
    String provider =
        as(Caller.ADMIN).get("/providers").then().statusCode(200).extract().path("items[0].id");
    Page page = browser.signedIn("admin", "/reconciliation");
    Locator main = page.getByRole(AriaRole.MAIN);
    String id =
        as(Caller.ADMIN)
            .contentType("text/csv")
            .body("day,model,cost_usd\n2026-01-01,%s,1.25\n".formatted(name))
            .post("/reconciliations?providerId={id}&format=plain&name={name}", provider, name)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(main).containsText(name);
    page.navigate(Started.portal("/reconciliation/" + id));
    assertThat(main).containsText("asks for $1.25");
    as(Caller.ADMIN).delete("/reconciliations/{id}", id).then().statusCode(204);
    assertThat(main).containsText(name + " was removed");
  }

  @Test
  void retentionFollowsWhoeverSetsIt() {
    Page page = browser.signedIn("approver-retail", "/retention");
    Locator main = page.getByRole(AriaRole.MAIN);
    assertThat(main).containsText("Your tenant's calls stay");
    try {
      retention(Map.of("days", 777));
      assertThat(main).containsText("calls stay 777 days");
      retention(Map.of("days", 778));
      assertThat(main).containsText("calls stay 778 days");
    } finally {
      retention(Map.of("forEver", true));
    }
    assertThat(main).containsText("calls stay for ever");
  }

  private static void retention(Map<String, Object> how) {
    as(Caller.APPROVER).body(how).put("/retention").then().statusCode(200);
  }

  @Test
  void aPoolFollowsItsPrices() {
    try (Routing routing = new Routing(Access.fresh("alias"), "utility")) {
      Routing.Pool pool = routing.pool(URI.create("http://127.0.0.1:9/v1"));
      Page page = browser.signedIn("admin", "/pools/" + pool.id());
      Locator main = page.getByRole(AriaRole.MAIN);
      assertThat(main).containsText(Routing.MODEL);
      as(Caller.ADMIN)
          .body(
              Map.of(
                  "model",
                  Routing.MODEL,
                  "promptUsdPerMillion",
                  "7.125",
                  "completionUsdPerMillion",
                  "8"))
          .post("/pools/{id}/prices", pool.id())
          .then()
          .statusCode(201);
      assertThat(main).containsText("7.125");
    }
  }

  @Test
  void aRouteFollowsButIsNotTakenFromUnderAHand() {
    try (Routing routing = new Routing(Access.fresh("alias"), "utility")) {
      Routing.Pool pool = routing.pool(URI.create("http://127.0.0.1:9/v1"));
      route(routing, pool, 61_000);
      Page page = browser.signedIn("approver-retail", "/routes/" + routing.alias());
      Locator main = page.getByRole(AriaRole.MAIN);
      Locator total = page.getByLabel("The whole call, ms");
      assertThat(total).hasValue("61000");
      route(routing, pool, 62_000);
      assertThat(total).hasValue("62000");
      total.fill("7001");
      total.blur();
      route(routing, pool, 63_000);
      assertThat(main).containsText("Changed meanwhile");
      assertThat(total).hasValue("7001");
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Put in force").setExact(true))
          .click();
      assertThat(page.getByText("Not done")).isVisible();
    }
  }

  private static void route(Routing routing, Routing.Pool pool, int totalMs) {
    routing.route(
        Map.of("connectMs", 1_000, "firstByteMs", 20_000, "idleMs", 20_000, "totalMs", totalMs),
        pool);
  }

  @Test
  void aTraceThatIsOnItsWayIsWaitedFor() {
    Page page = browser.signedIn("dev-retail", "/explain");
    Locator main = page.getByRole(AriaRole.MAIN);
    String call =
        given()
            .auth()
            .oauth2(Started.key())
            .contentType(ContentType.JSON)
            .body(Map.of("model", "embedding", "input", "late"))
            .post(Started.gateway("/v1/embeddings"))
            .then()
            .statusCode(200)
            .extract()
            .header("Marketplace-Request-Id");
    page.navigate(Started.portal("/explain/" + call));
    assertThat(main).containsText("Decision trace");
    assertThat(main).containsText("Who called");
    assertThat(main.getByText("on its way")).hasCount(0);
  }

  @Test
  void aTraceThatDoesNotComeIsNotWaitedForForEver() {
    Page page = browser.signedIn("dev-retail", "/explain/" + CallId.create());
    Locator main = page.getByRole(AriaRole.MAIN);
    assertThat(main).containsText("The trace of this call is on its way");
    assertThat(main)
        .containsText(
            "No trace has come", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
    page.navigate(Started.portal("/explain/01930000-0000-7000-8000-00000000dead"));
    assertThat(main).containsText("Nothing stands at this address");
  }

  private static void put(String rule) {
    Guardrails.put(List.of(Guardrails.rule(rule, "terms", "flag", "unheard-of")))
        .then()
        .statusCode(200);
  }

  @Test
  void aTierFollowsItsGrantsAndKeepsTheChosenLanguage() {
    Page page = browser.signedIn("dev-retail", "/tiers/vision");
    Locator main = page.getByRole(AriaRole.MAIN);
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Python")).click();
    assertThat(main).containsText("from openai import OpenAI");
    String application = Access.fresh("Live");
    String unused = Access.grant(Access.application(application), "vision");
    assertThat(main).containsText(application);
    assertThat(main).containsText("from openai import OpenAI");
  }
}

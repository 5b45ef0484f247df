package io.marketplace.it.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.marketplace.it.control.ControlApi.as;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.marketplace.it.control.Access;
import io.marketplace.it.control.ControlApi.Caller;
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
      as(Caller.APPROVER)
          .body(Map.of("rules", List.of()))
          .put("/guardrails")
          .then()
          .statusCode(200);
    }
  }

  private static void put(String rule) {
    as(Caller.APPROVER)
        .body(
            Map.of(
                "rules",
                List.of(
                    Map.of(
                        "name",
                        rule,
                        "detector",
                        "terms",
                        "action",
                        "flag",
                        "values",
                        List.of("unheard-of")))))
        .put("/guardrails")
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

package io.marketplace.it.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.marketplace.it.control.ControlApi.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import io.marketplace.it.control.Await;
import io.marketplace.it.control.ControlApi.Caller;
import io.marketplace.it.control.Started;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People above the tenants look at one of them; a tenant's own people have no such choice. */
class AboveTenantsIT {
  /** The pages of what belongs to tenants. */
  private static final List<String> PAGES =
      List.of(
          "/spend",
          "/budgets",
          "/burn",
          "/webhook",
          "/keys",
          "/limits",
          "/guardrails",
          "/policies",
          "/audit",
          "/explain",
          "/grants",
          "/requests");

  private final Browser browser = new Browser();

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void anAdministratorLooksAtOneTenantOnEveryPageOfTenants() {
    List<String> tenants =
        as(Caller.ADMIN).get("/tenants").then().statusCode(200).extract().path("items.name");
    assertThat(tenants).hasSizeGreaterThan(1);
    Page page = browser.signedIn("admin", "/guardrails");
    assertThat(page.getByRole(AriaRole.MAIN)).not().containsText("Those of ");
    for (String tenant : tenants.subList(0, 2)) {
      look(page, tenant);
      assertThat(page.getByRole(AriaRole.MAIN)).containsText("Those of " + tenant);
      for (String path : PAGES) {
        page.navigate(Started.portal(path));
        assertThat(choice(page)).containsText(tenant);
      }
      page.navigate(Started.portal("/spend"));
      assertThat(page.locator("main .crumb")).containsText(tenant);
      page.navigate(Started.portal("/guardrails"));
    }
    look(page, "All tenants");
    assertThat(page.getByRole(AriaRole.MAIN)).not().containsText("Those of ");
  }

  @Test
  void onlyThatTenantsGrantsAreShown() {
    String other =
        as(Caller.ADMIN)
            .get("/tenants")
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.name != '" + ownTenant() + "' }.name");
    Page page = browser.signedIn("admin", "/grants");
    look(page, ownTenant());
    assertThat(page.getByRole(AriaRole.TABLE)).containsText("Payments");
    look(page, other); // at once: a choice made while the last one's page comes counts too
    assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
    assertThat(page.getByRole(AriaRole.TABLE)).not().containsText("Payments");
  }

  @Test
  void aTenantsOwnPeopleHaveNoSuchChoice() {
    Page page = browser.signedIn("approver-retail", "/limits");
    assertThat(choice(page)).hasCount(0);
  }

  private static String ownTenant() {
    return as(Caller.APPROVER)
        .get("/tenants")
        .then()
        .statusCode(200)
        .extract()
        .path("items[0].name");
  }

  private static Locator choice(Page page) {
    return page.getByRole(AriaRole.MAIN).locator("vaadin-select.tenant");
  }

  private static void look(Page page, String tenant) {
    Locator option =
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(tenant).setExact(true));
    // The page that the last choice brought may come while the list opens, and close it.
    Await.until("the choice of " + tenant, Duration.ofSeconds(30), () -> chosen(page, option));
    assertThat(choice(page)).containsText(tenant);
  }

  private static boolean chosen(Page page, Locator option) {
    try {
      if (!option.isVisible()) {
        choice(page).click();
      }
      option.click(new Locator.ClickOptions().setTimeout(3_000));
      return true;
    } catch (TimeoutError closed) {
      return false;
    }
  }
}

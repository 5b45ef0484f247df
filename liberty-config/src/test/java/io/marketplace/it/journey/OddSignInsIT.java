package io.marketplace.it.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.marketplace.it.control.Started;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People whom the portal cannot place, or whose tenant sets them narrower bounds. */
class OddSignInsIT {
  private final Browser browser = new Browser();

  @AfterEach
  void leave() {
    browser.close();
  }

  @Test
  void whoBelongsToSeveralTenantsIsToldAndCanSignOut() throws IOException {
    try (RealmPerson person =
        new RealmPerson(List.of("/retail/payments", "/capital/research"), List.of("developer"))) {
      Page page = browser.signedIn(person.user(), "/keys");
      assertThat(page.getByRole(AriaRole.MAIN)).containsText("belong to several tenants");
      assertThat(page.getByRole(AriaRole.MAIN)).containsText("did not open");
      assertThat(page.locator("vaadin-side-nav-item")).hasCount(0);
      page.getByText("Sign out").click();
      assertThat(page.getByText("You are signed out")).isVisible();
    }
  }

  @Test
  void whoBelongsToNoTenantIsToldWhomToAsk() throws IOException {
    try (RealmPerson person = new RealmPerson(List.of(), List.of("developer"))) {
      Page page = browser.signedIn(person.user(), "/keys");
      assertThat(page.getByRole(AriaRole.MAIN)).containsText("You belong to no tenant yet");
      assertThat(page.getByRole(AriaRole.MAIN)).containsText("Ask your identity team");
    }
  }

  @Test
  void aFinanceReaderOfATenantIsNotSentToThePlatformsInvoices() throws IOException {
    try (RealmPerson person = new RealmPerson(List.of("/retail"), List.of("finops"))) {
      Page page = browser.signedIn(person.user(), "/spend");
      assertThat(page.locator("main h1")).containsText("spent");
      assertThat(entry(page, "budgets")).hasCount(1);
      assertThat(entry(page, "reconciliation")).hasCount(0);
      page.navigate(Started.portal("/reconciliation"));
      assertThat(page.locator("main h1")).containsText("does not open");
    }
  }

  private static Locator entry(Page page, String path) {
    return page.locator("vaadin-side-nav-item[path='" + path + "']");
  }
}

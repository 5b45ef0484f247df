package io.marketplace.it.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.marketplace.it.control.Started;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds of every main page: it fits a narrow screen, and the keyboard gets past its frame. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
  private final Browser browser = new Browser();
  private Page page = browser.stranger();

  @BeforeAll
  void signIn() {
    page.context().close();
    page = browser.signedIn("dev-retail", "/");
  }

  @AfterAll
  void leave() {
    browser.close();
  }

  @Test
  void everyPageFitsANarrowScreenAndBeginsWithTheSkipLink() {
    for (String path :
        List.of(
            "/", "/catalogue", "/tiers/utility", "/requests", "/requests/new", "/keys", "/spend")) {
      page.setViewportSize(Shots.WIDE, Shots.HEIGHT);
      open(path);
      assertSkipLinkIsFirst(path);
      Shots.take(page, "page" + path.replace('/', '-'));
      page.setViewportSize(Shots.NARROW, Shots.HEIGHT);
      // What follows the change of width has been laid out once a frame was drawn.
      page.evaluate(
          "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
      Object width = page.evaluate("document.documentElement.scrollWidth");
      assertThat(width).as("the width of %s", path).isEqualTo(Shots.NARROW);
    }
  }

  private void open(String path) {
    page.navigate(Started.portal(path));
    assertThat(page.locator("main h1, main h2").first()).isVisible();
  }

  private void assertSkipLinkIsFirst(String path) {
    page.keyboard().press("Tab");
    Object first = page.evaluate("document.activeElement.textContent");
    assertThat(first).as("the first stop of Tab on %s", path).isEqualTo("Skip to content");
    assertThat(page.getByText("Skip to content")).isInViewport();
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).as(path).isEqualTo("main");
  }

  @Test
  void whatOneMayNotSeeIsExplained() {
    page.setViewportSize(Shots.WIDE, Shots.HEIGHT);
    page.navigate(Started.portal("/no-such-page"));
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Nothing stands at this address");
    assertThat(page.content()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}

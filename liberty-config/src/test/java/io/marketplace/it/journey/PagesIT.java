package io.marketplace.it.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.marketplace.it.control.Started;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every main page: it fits a narrow screen, and the keyboard gets past its frame. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
  private final Browser browser = new Browser();

  @AfterAll
  void leave() {
    browser.close();
  }

  /** A page of a server that has just started, on a busy machine. */
  private static final double PATIENCE_MS = 15_000;

  static Stream<Arguments> pages() {
    return Stream.of(
        arguments(
            "dev-retail",
            List.of(
                "/",
                "/catalogue",
                "/tiers/utility",
                "/requests",
                "/requests/new",
                "/keys",
                "/spend")),
        arguments("approver-retail", List.of("/inbox", "/grants", "/routes", "/limits")),
        arguments("admin", List.of("/admin", "/tenants", "/pools", "/providers", "/audit")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageFitsANarrowScreenAndBeginsWithTheSkipLink(String user, List<String> paths) {
    Page page = browser.signedIn(user, paths.getFirst());
    for (String path : paths) {
      page.setViewportSize(Shots.WIDE, Shots.HEIGHT);
      open(page, path);
      assertSkipLinkIsFirst(page, path);
      Shots.take(page, "page-" + user + path.replace('/', '-'));
      page.setViewportSize(Shots.NARROW, Shots.HEIGHT);
      // What follows the change of width has been laid out once a frame was drawn.
      page.evaluate(
          "() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
      Object width = page.evaluate("document.documentElement.scrollWidth");
      assertThat(width).as("the width of %s", path).isEqualTo(Shots.NARROW);
    }
    page.context().close();
  }

  private static void open(Page page, String path) {
    page.navigate(Started.portal(path));
    assertThat(page.locator("main h1, main h2").first())
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
  }

  private static void assertSkipLinkIsFirst(Page page, String path) {
    page.keyboard().press("Tab");
    Object first = page.evaluate("document.activeElement.textContent");
    assertThat(first).as("the first stop of Tab on %s", path).isEqualTo("Skip to content");
    assertThat(page.getByText("Skip to content")).isInViewport();
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).as(path).isEqualTo("main");
  }

  @Test
  void anAddressThatLeadsNowhereIsExplained() {
    Page page = browser.signedIn("dev-retail", "/no-such-page");
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Nothing stands at this address");
    assertThat(page.content()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}

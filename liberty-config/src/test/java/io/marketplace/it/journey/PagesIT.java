package io.marketplace.it.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.marketplace.it.control.Await;
import io.marketplace.it.control.Started;
import io.marketplace.it.journey.PortalRoutes.PortalRoute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds of every page, for everybody who may open it: it answers with a heading, fits a narrow
 * screen, bears names and contrast in light and dark, and the keyboard reaches what is to be done.
 * The pages are found by themselves; a new one that cannot be tried fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
  /** A page of a server that has just started, on a busy machine. */
  private static final double PATIENCE_MS = 15_000;

  /** More stops than any page has before what it is for. */
  private static final int MOST_STOPS = 120;

  private static final List<DemoPerson> LOOKING =
      List.of(DemoPerson.APPROVER, DemoPerson.DEVELOPER, DemoPerson.ADMIN);

  private static final String PRIMARY =
      "main vaadin-button[theme~='primary']:not([disabled]), main a.b.p";

  private final Browser browser = new Browser();
  private final PageExamples examples = new PageExamples();
  private final Map<DemoPerson, Page> pages = new EnumMap<>(DemoPerson.class);
  private final List<String> complaints = new ArrayList<>();

  @AfterAll
  void leave() {
    browser.close();
  }

  static Stream<Arguments> routes() {
    return PortalRoutes.all().stream()
        .flatMap(
            route ->
                LOOKING.stream().filter(route::opensTo).map(person -> arguments(person, route)));
  }

  private static DemoPerson first(PortalRoute route) {
    return LOOKING.stream().filter(route::opensTo).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void everyPageIsFitForAllWhoOpenIt(DemoPerson person, PortalRoute route) {
    String path = "/" + examples.address(route.template());
    Page page = open(person, path);
    // who the page is for above all; for others it looks and goes the same
    if (first(route) == person) {
      assertSkipLinkIsFirst(page);
      assertPrimaryIsReached(page);
      Shots.take(page, "page-" + person.user() + path.replaceAll("[^a-z]+", "-"));
    }
    for (int width : new int[] {Shots.WIDE, Shots.NARROW}) {
      page.setViewportSize(width, Shots.HEIGHT);
      for (String theme : new String[] {"dark", "light"}) {
        Shots.theme(page, theme);
        assertThat(faults(page)).as("faults at %s, %s", width, theme).isEmpty();
      }
    }
    page.setViewportSize(Shots.WIDE, Shots.HEIGHT);
    assertThat(complaints).as("the browser's complaints").isEmpty();
  }

  /** What is there and stays: on a busy machine colours turn late. */
  private static List<String> faults(Page page) {
    List<String> faults = PageFaults.of(page);
    if (faults.isEmpty()) {
      return faults;
    }
    page.waitForTimeout(1_000);
    return PageFaults.of(page);
  }

  /** Opens a page that is not refused. */
  private Page open(DemoPerson person, String path) {
    Page page =
        pages.computeIfAbsent(
            person,
            someone -> {
              Page fresh = browser.signedIn(someone.user(), "/catalogue");
              fresh.onConsoleMessage(
                  message -> {
                    if (message.type().equals("error")) {
                      complaints.add(message.text());
                    }
                  });
              fresh.onPageError(complaints::add);
              return fresh;
            });
    // What a call decided is there a second or two after its row; until then the page says so.
    Await.until("the page " + path, Duration.ofSeconds(10), () -> stands(page, path));
    assertOpen(page);
    return page;
  }

  private boolean stands(Page page, String path) {
    complaints.clear();
    page.navigate(Started.portal(path));
    Locator heading = page.locator("main h1");
    assertThat(heading).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
    return !heading.first().textContent().contains("on its way");
  }

  private static void assertOpen(Page page) {
    assertThat(page.locator("main h1")).hasCount(1);
    assertThat(page.locator("main h1"))
        .not()
        .containsText(Pattern.compile("does not open|did not open|Nothing stands"));
  }

  private static void assertSkipLinkIsFirst(Page page) {
    page.keyboard().press("Tab");
    Object first = page.evaluate("document.activeElement.textContent");
    assertThat(first).as("the first stop of Tab").isEqualTo("Skip to content");
    assertThat(page.getByText("Skip to content")).isInViewport();
    page.keyboard().press("Enter");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
  }

  /** From the beginning of the page's content the keyboard comes to its main action. */
  private static void assertPrimaryIsReached(Page page) {
    Locator primary = page.locator(PRIMARY);
    if (primary.count() == 0) {
      return;
    }
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate("p => document.activeElement.matches(p)", PRIMARY))) {
        assertThat(page.locator(PRIMARY + " >> nth=0")).isVisible();
        return;
      }
    }
    throw new AssertionError("the keyboard does not come to " + primary.first().textContent());
  }

  @ParameterizedTest
  @EnumSource
  void everyEntryOfTheDrawerOpens(DemoPerson person) {
    Page page = open(person, "/catalogue");
    List<String> entries =
        page.locator("vaadin-side-nav-item").all().stream()
            .map(entry -> String.valueOf(entry.getAttribute("path")))
            .toList();
    assertThat(entries).hasSizeGreaterThan(3);
    for (String entry : entries) {
      page.locator("vaadin-side-nav-item[path='%s']".formatted(entry)).first().click();
      page.waitForURL(address -> address.replaceAll("[?#].*", "").endsWith("/" + entry));
      assertOpen(page);
    }
    assertThat(complaints).as("the browser's complaints").isEmpty();
  }

  @Test
  void onANarrowScreenTheMenuOpensWithItsEntries() {
    Page page = browser.signedIn("dev-retail", "/catalogue");
    page.setViewportSize(Shots.NARROW, Shots.HEIGHT);
    page.getByLabel("Open navigation").click();
    page.locator("vaadin-side-nav-item[path='keys']").click();
    page.waitForURL(address -> address.endsWith("/keys"));
    assertOpen(page);
  }

  @Test
  void anAddressThatLeadsNowhereIsExplained() {
    Page page = browser.signedIn("dev-retail", "/no-such-page");
    assertThat(page.getByRole(AriaRole.MAIN)).containsText("Nothing stands at this address");
    assertThat(page.content()).doesNotContain("Exception").doesNotContain("\tat ");
  }
}

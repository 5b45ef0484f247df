package io.marketplace.it.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.marketplace.it.control.Started;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The system's Chromium; every person gets a session of their own. */
final class Browser implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** A page may come from a server that has not served it before. */
  private static final double PATIENCE_MS = 30_000;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  Browser() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(Started.variable("MARKETPLACE_BROWSER")))
                    .setHeadless(true)
                    .setArgs(ARGUMENTS));
  }

  /** A page of somebody who has not signed in. */
  Page stranger() {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(Shots.WIDE, Shots.HEIGHT)
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin"));
    context.setDefaultTimeout(PATIENCE_MS);
    context.setDefaultNavigationTimeout(PATIENCE_MS);
    return context.newPage();
  }

  /** A page of somebody of the demo, at the portal's address {@code path}. */
  Page signedIn(String user, String path) {
    Page page = stranger();
    page.navigate(Started.portal(path));
    page.getByLabel("Username or email").fill(user);
    // By its name: a button beside the field bears the label too.
    page.locator("input[name=password]").fill("demo");
    page.locator("input[name=password]").press("Enter");
    page.waitForURL(address -> address.startsWith(Started.variable("PORTAL_URL")));
    page.locator("main h1").first().waitFor();
    return page;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

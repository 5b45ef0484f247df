package io.marketplace.it.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/** Pictures of the pages a journey passes: wide and narrow, light and dark. */
final class Shots {
  static final int WIDE = 1280;
  static final int NARROW = 390;
  static final int HEIGHT = 900;

  private static final Path FOLDER = Path.of("target", "screenshots");

  private Shots() {}

  /** Takes the four pictures and leaves the page as it was. */
  static void take(Page page, String name) {
    for (int width : new int[] {WIDE, NARROW}) {
      page.setViewportSize(width, HEIGHT);
      for (String theme : new String[] {"light", "dark"}) {
        theme(page, theme);
        page.screenshot(
            new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + "-" + width + "-" + theme + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
      }
    }
    theme(page, "light");
    page.setViewportSize(WIDE, HEIGHT);
  }

  /** Shows the page in {@code light} or {@code dark}. */
  static void theme(Page page, String theme) {
    page.evaluate(
        "theme => document.documentElement.setAttribute('theme', theme === 'dark' ? 'dark' :"
            + " 'light')",
        theme);
  }
}

package io.marketplace.ui.shell;

/** Titles of browser tabs. */
public final class Titles {

  private Titles() {}

  /** The page's name before the portal's. */
  public static String of(String page) {
    return page + " | AI marketplace";
  }
}

package io.marketplace.ui.signin;

import org.jspecify.annotations.Nullable;

/** An address inside the portal to return to after sign-in; anything else becomes the home page. */
final class LocalTarget {

  private LocalTarget() {}

  /**
   * Returns {@code wanted} if it is a path of this server, else {@code "/"}. A second slash or a
   * backslash at the start would be read as another host by browsers, and a line break would split
   * the header.
   */
  static String of(@Nullable String wanted) {
    if (wanted == null
        || !wanted.startsWith("/")
        || wanted.startsWith("//")
        || wanted.length() > 2_000) {
      return "/";
    }
    boolean odd = wanted.chars().anyMatch(c -> c == '\\' || c < 0x20 || c > 0x7e);
    return odd || wanted.startsWith("/sign-") || wanted.startsWith("/callback") ? "/" : wanted;
  }
}

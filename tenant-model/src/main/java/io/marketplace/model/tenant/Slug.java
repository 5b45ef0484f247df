package io.marketplace.model.tenant;

import io.marketplace.model.kernel.Input;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Short names: 2 to 40 of lower-case letters, digits and hyphens, beginning with a letter. */
final class Slug {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  private Slug() {}

  static boolean isGood(String slug) {
    return FORM.matcher(slug).matches();
  }

  static String require(String field, @Nullable String slug) {
    if (slug == null || !isGood(slug)) {
      throw Input.invalid(
          field,
          field
              + " must be 2 to 40 lower-case letters, digits and hyphens, beginning with a letter.");
    }
    return slug;
  }

  /** {@code service-desk} → {@code Service desk}. */
  static String asName(String slug) {
    String words = slug.replace('-', ' ').strip();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}

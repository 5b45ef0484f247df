package io.marketplace.ui.format;

import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import java.util.Optional;

/** Reads numbers as people type them: thousands may be parted by commas or spaces. */
public final class Typed {

  private static final int LONGEST = 40;

  private Typed() {}

  /**
   * A whole number of zero or more; empty for nothing typed.
   *
   * @param field what the use cases call it
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} for
   *     anything else
   */
  public static Optional<Long> count(String field, String text) {
    String digits = bare(text);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    if (!digits.matches("[0-9]{1,18}")) {
      throw Input.invalid(
          field, field + " must be a whole number of zero or more, such as 20,000.");
    }
    return Optional.of(Long.valueOf(digits));
  }

  /**
   * An amount in US dollars, {@code 1,250.50} or {@code $1250.5}.
   *
   * @param field what the use cases call it
   * @throws io.marketplace.model.problem.MarketplaceException {@code invalid_request_error} for
   *     anything else, also for nothing
   */
  public static NanoUsd dollars(String field, String text) {
    String digits = bare(text);
    if (!digits.matches("[0-9]{1,12}(\\.[0-9]{1,9})?")) {
      throw Input.invalid(
          field, field + " must be an amount in US dollars, such as 450 or 450.00.");
    }
    return NanoUsd.parse(field, digits);
  }

  private static String bare(String text) {
    if (text.length() > LONGEST) {
      return "?";
    }
    String stripped = text.strip();
    String amount = stripped.startsWith("$") ? stripped.substring(1) : stripped;
    return amount.replaceAll("[,\\s\\u00a0\\u202f]", "");
  }
}

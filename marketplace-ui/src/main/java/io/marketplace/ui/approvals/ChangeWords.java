package io.marketplace.ui.approvals;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.ui.format.Formats;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The terms that a decision changed, in words. */
final class ChangeWords {

  private ChangeWords() {}

  /** One phrase for each change, such as {@code a cap of $400.00}. */
  static List<String> of(Facts changes, ZoneId zone) {
    List<String> words = new ArrayList<>();
    changes.values().forEach((name, value) -> words.add(phrase(name, value, zone)));
    return words;
  }

  private static String phrase(String name, String value, ZoneId zone) {
    return switch (name) {
      case "budgetUsd" -> "a cap of " + money(value);
      case "sensitivity" -> value + " data at the most";
      case "until" -> "an end on " + day(value, zone);
      case "expectedRequestsPerMonth" -> value + " requests a month";
      case "purpose" -> "another purpose";
      default -> name + " " + value;
    };
  }

  private static String money(String dollars) {
    try {
      return Formats.money(NanoUsd.parse("budgetUsd", dollars));
    } catch (MarketplaceException e) {
      return "$" + dollars;
    }
  }

  private static String day(String moment, ZoneId zone) {
    try {
      return Formats.date(Instant.parse(moment).minusSeconds(1), zone);
    } catch (DateTimeException e) {
      return moment;
    }
  }
}

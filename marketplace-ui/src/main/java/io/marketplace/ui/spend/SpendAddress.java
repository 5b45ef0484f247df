package io.marketplace.ui.spend;

import com.vaadin.flow.router.QueryParameters;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsagePeriod;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which month is shown and what it is split by, as it stands in the address.
 *
 * @param month the UTC month
 * @param by what the table is split by
 */
record SpendAddress(YearMonth month, UsageDimension by) {

  /** What can be split by, in the order of the tabs. */
  static final List<UsageDimension> SPLITS =
      List.of(
          UsageDimension.APPLICATION,
          UsageDimension.TIER,
          UsageDimension.USE_CASE,
          UsageDimension.AGENT,
          UsageDimension.WORKFLOW,
          UsageDimension.CUSTOMER,
          UsageDimension.KEY);

  /**
   * Reads the parameters; what is missing, unknown or ahead of {@code now} becomes this month by
   * application.
   */
  static SpendAddress of(QueryParameters query, YearMonth now) {
    YearMonth month =
        query
            .getSingleParameter("month")
            .flatMap(SpendAddress::month)
            .filter(asked -> !asked.isAfter(now))
            .orElse(now);
    UsageDimension by =
        query
            .getSingleParameter("by")
            .flatMap(UsageDimension::of)
            .filter(SPLITS::contains)
            .orElse(UsageDimension.APPLICATION);
    return new SpendAddress(month, by);
  }

  QueryParameters query() {
    return QueryParameters.simple(Map.of("month", month.toString(), "by", by.code()));
  }

  SpendAddress in(YearMonth other) {
    return new SpendAddress(other, by);
  }

  SpendAddress by(UsageDimension other) {
    return new SpendAddress(month, other);
  }

  UsagePeriod period() {
    return UsagePeriod.days(month.atDay(1), month.plusMonths(1).atDay(1));
  }

  /** The last day that is over or under way. */
  LocalDate lastDay(LocalDate today) {
    return YearMonth.from(today).equals(month) ? today : month.atEndOfMonth();
  }

  /** {@code use-case} as a heading, {@code Use case}. */
  static String title(UsageDimension dimension) {
    String words = dimension.code().replace('-', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static Optional<YearMonth> month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      return month.getYear() >= 2000 ? Optional.of(month) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

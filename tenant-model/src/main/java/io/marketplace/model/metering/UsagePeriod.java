package io.marketplace.model.metering;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A half-open stretch of time; days are UTC days.
 *
 * @param from the first instant
 * @param to the first instant that is no longer in it
 */
public record UsagePeriod(Instant from, Instant to) {

  /** The longest period one question may cover. */
  public static final int MAX_DAYS = 400;

  /** Refuses an empty or reversed period and one of more than {@value #MAX_DAYS} days. */
  public UsagePeriod {
    if (!from.isBefore(to)) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST, "from must be earlier than to.", "from");
    }
    if (Duration.between(from, to).compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
      throw new MarketplaceException(
          ProblemCode.INVALID_REQUEST,
          "from and to may lie " + MAX_DAYS + " days apart at the most.",
          "from");
    }
  }

  /** Whole days, {@code to} not included. */
  public static UsagePeriod days(LocalDate from, LocalDate to) {
    return new UsagePeriod(startOf(from), startOf(to));
  }

  /**
   * Reads days ({@code 2026-11-01}) or times (RFC 3339); without {@code to} until the end of today,
   * without {@code from} the 30 days before {@code to}.
   *
   * @throws MarketplaceException {@code invalid_request_error} if one is neither, or the period is
   *     refused
   */
  public static UsagePeriod parse(Optional<String> from, Optional<String> to, Clock clock) {
    Instant end =
        to.map(text -> instant("to", text))
            .orElseGet(
                () -> startOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1)));
    Instant start =
        from.map(text -> instant("from", text)).orElseGet(() -> end.minus(30, ChronoUnit.DAYS));
    return new UsagePeriod(start, end);
  }

  private static Instant instant(String field, String text) {
    try {
      Instant at =
          text.length() == 10
              ? startOf(LocalDate.parse(text))
              : OffsetDateTime.parse(text).toInstant();
      int year = at.atOffset(ZoneOffset.UTC).getYear();
      // a year beyond these is a slip of the keyboard, and beyond what the database can hold
      if (year >= 2000 && year < 3000) {
        return at;
      }
    } catch (DateTimeException e) {
      // refused below
    }
    throw new MarketplaceException(
        ProblemCode.INVALID_REQUEST,
        field + " must be a day such as 2026-11-01 or a time such as 2026-11-01T00:00:00Z.",
        field);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}

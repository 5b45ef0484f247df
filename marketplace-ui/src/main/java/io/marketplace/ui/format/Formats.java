package io.marketplace.ui.format;

import io.marketplace.model.kernel.NanoUsd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes figures as the portal's style sheet says: {@code $2,318.40}, headlines in whole dollars,
 * four decimals below one dollar; {@code 38,000} tokens and from a million on {@code 120M}; {@code
 * 19 Nov 2026}; times always with their zone.
 */
public final class Formats {

  /** No value is known. */
  public static final String UNKNOWN = "–";

  /** Zero so far. */
  public static final String NONE = "none";

  /** The value cannot exist. */
  public static final String IMPOSSIBLE = "n/a";

  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.ENGLISH);

  private Formats() {}

  /**
   * {@code $2,318.40}; under one dollar four decimals, {@code $0.0202}; less than that, but not
   * nothing, {@code <$0.0001}.
   */
  public static String money(NanoUsd amount) {
    String dollars = amount(amount);
    return dollars.startsWith("<") ? "<$" + dollars.substring(1) : "$" + dollars;
  }

  /** As {@link #money} without the sign, for columns whose head bears it. */
  public static String amount(NanoUsd amount) {
    BigDecimal dollars = dollars(amount);
    if (dollars.signum() == 0) {
      return "0.00";
    }
    if (dollars.compareTo(ONE) >= 0) {
      return decimal("#,##0.00", dollars);
    }
    BigDecimal four = dollars.setScale(4, RoundingMode.HALF_UP);
    return four.signum() == 0 ? "<0.0001" : decimal("0.0000", four);
  }

  /** Whole dollars for headlines, {@code $2,318}; amounts below ten dollars as {@link #money}. */
  public static String headline(NanoUsd amount) {
    BigDecimal dollars = dollars(amount);
    return dollars.compareTo(BigDecimal.TEN) < 0 ? money(amount) : "$" + decimal("#,##0", dollars);
  }

  /**
   * A price per million tokens: at least two decimals and no more than it needs, {@code 0.55},
   * {@code 0.0375}.
   */
  public static String price(NanoUsd perMillion) {
    return decimal("#,##0.00####", dollars(perMillion));
  }

  /** A count, {@code 38,000}. */
  public static String count(long number) {
    return decimal("#,##0", BigDecimal.valueOf(number));
  }

  /** Tokens: {@code 38,000}, from one million on {@code 1.2M}, {@code 120M}. */
  public static String tokens(long number) {
    if (number < 1_000_000) {
      return count(number);
    }
    return decimal(number < 10_000_000 ? "0.#" : "#,##0", BigDecimal.valueOf(number, 6)) + "M";
  }

  /** A context window: {@code 262K}, {@code 1M}. Thousands and millions of tokens, rounded down. */
  public static String context(long number) {
    if (number >= 1_000_000) {
      return decimal("0.#", BigDecimal.valueOf(number, 6)) + "M";
    }
    return number >= 1_000 ? number / 1_000 + "K" : Long.toString(number);
  }

  /** A share of the whole, {@code 58%}; {@code <1%} for what would read as nothing. */
  public static String share(double part) {
    long percent = Math.round(part * 100);
    return percent == 0 && part > 0 ? "<1%" : percent + "%";
  }

  /** A duration in text: {@code 0.3 ms}, {@code 1,200 ms}, from two seconds {@code 3.84 s}. */
  public static String duration(double millis) {
    if (millis >= 2_000) {
      return decimal("#,##0.00", BigDecimal.valueOf(millis / 1_000)) + " s";
    }
    return decimal(millis < 10 ? "0.0" : "#,##0", BigDecimal.valueOf(millis)) + " ms";
  }

  /** A decimal with no more digits than it needs, {@code 86.7}. */
  public static String plain(BigDecimal number) {
    return decimal("#,##0.####", number);
  }

  /** {@code 19 Nov 2026}. */
  public static String date(LocalDate day) {
    return DATE.format(day);
  }

  /** {@code 19 Nov 2026}, the day in the reader's zone. */
  public static String date(Instant at, ZoneId zone) {
    return DATE.format(at.atZone(zone));
  }

  /** {@code 19 Nov}, for charts and lists whose year is plain. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code Thursday 19 Nov 2026}. */
  public static String weekday(LocalDate day) {
    return WEEKDAY.format(day);
  }

  /** {@code November}. */
  public static String month(LocalDate day) {
    return MONTH.format(day);
  }

  /** {@code 14:32 CET}. */
  public static String time(Instant at, ZoneId zone) {
    return TIME.format(at.atZone(zone));
  }

  /** {@code 19 Nov 2026, 14:32 CET}. */
  public static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  /** {@code 1 key}, {@code 3 keys}: the count with the word in its number. */
  public static String counted(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  private static BigDecimal dollars(NanoUsd amount) {
    return BigDecimal.valueOf(amount.value(), 9);
  }

  private static String decimal(String pattern, BigDecimal number) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    String text = format.format(number);
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }
}

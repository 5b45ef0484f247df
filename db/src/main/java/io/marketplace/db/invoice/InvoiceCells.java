package io.marketplace.db.invoice;

import io.marketplace.model.invoice.InvoiceLine;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** The cells of one table's lines, by their heads. */
final class InvoiceCells {

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,30})?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");
  private static final Pattern RELEASE = Pattern.compile("-(20\\d{2}-\\d{2}-\\d{2}|20\\d{6})$");
  private static final Pattern NUMBER = Pattern.compile("[+-][0-9.].*");
  private static final int NANO = 9;
  private static final int YEARS = 5;

  private final List<String> heads;
  private final Columns columns;
  private final LocalDate today;

  InvoiceCells(List<String> heads, Columns columns, Clock clock) {
    this.heads = heads;
    this.columns = columns;
    this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  InvoiceLine line(CSVRecord record, long number) {
    if (record.size() != heads.size()) {
      throw fault(number, "has " + record.size() + " cells, the first line " + heads.size());
    }
    for (String cell : record) {
      if (formula(cell.strip())) {
        throw fault(number, "holds a formula");
      }
    }
    columns
        .currency()
        .filter(head -> !cell(record, head).equalsIgnoreCase("usd"))
        .ifPresent(
            head -> {
              throw fault(number, "is not in US dollars");
            });
    return new InvoiceLine(
        day(cell(record, columns.day()), number),
        model(cell(record, columns.model()), number),
        columns.input().flatMap(head -> tokens(record, head, number)),
        columns.output().flatMap(head -> tokens(record, head, number)),
        amount(cell(record, columns.cost()), number));
  }

  private String cell(CSVRecord record, String head) {
    return record.get(heads.indexOf(head)).strip();
  }

  private static boolean formula(String cell) {
    return cell.startsWith("=")
        || cell.startsWith("@")
        || ((cell.startsWith("+") || cell.startsWith("-"))
            && cell.length() > 1
            && !NUMBER.matcher(cell).matches());
  }

  private LocalDate day(String text, long number) {
    try {
      LocalDate day =
          text.length() > "2026-11-22".length()
              ? OffsetDateTime.parse(text.replace(' ', 'T'))
                  .withOffsetSameInstant(ZoneOffset.UTC)
                  .toLocalDate()
              : LocalDate.parse(text);
      if (!day.isAfter(today) && day.isAfter(today.minusYears(YEARS))) {
        return day;
      }
    } catch (DateTimeException e) {
      // told below, like a day that cannot have been charged
    }
    throw fault(number, "has no day such as 2026-11-22 of the last five years");
  }

  /** Up to the comma, in lower case, without the date of the model's release. */
  private static String model(String text, long number) {
    int comma = text.indexOf(',');
    String name = (comma < 0 ? text : text.substring(0, comma)).strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
      throw fault(number, "names no model");
    }
    return RELEASE.matcher(name).replaceFirst("");
  }

  private Optional<Long> tokens(CSVRecord record, String head, long number) {
    if (!heads.contains(head) || cell(record, head).isEmpty()) {
      return Optional.empty();
    }
    String text = cell(record, head);
    if (!COUNT.matcher(text).matches()) {
      throw fault(number, "has no whole number under " + head);
    }
    return Optional.of(Long.valueOf(text));
  }

  private static NanoUsd amount(String text, long number) {
    if (text.startsWith("-")) {
      throw fault(number, "is a credit; take credits out before you import");
    }
    if (!AMOUNT.matcher(text).matches()) {
      throw fault(number, "has no amount such as 12.5");
    }
    BigDecimal amount = new BigDecimal(text).setScale(NANO, RoundingMode.HALF_UP);
    try {
      return new NanoUsd(amount.unscaledValue().longValueExact());
    } catch (ArithmeticException e) {
      throw fault(number, "has an amount beyond what can be");
    }
  }

  private static MarketplaceException fault(long number, String what) {
    return Input.invalid("csv", "Line " + number + " " + what + ". Nothing was imported.");
  }
}

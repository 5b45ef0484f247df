package io.marketplace.db.invoice;

import io.marketplace.model.invoice.InvoiceFormat;
import io.marketplace.model.invoice.InvoiceLine;
import io.marketplace.model.invoice.InvoiceReader;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.problem.MarketplaceException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads invoices as tables of comma, semicolon or tab separated values. */
@Singleton
public final class CsvInvoices implements InvoiceReader {

  private static final String FIELD = "csv";
  private static final int MAX_LINES = 50_000;
  private static final int MAX_HEADS = 100;

  private final Clock clock;

  /** No day may lie ahead of {@code clock}'s. */
  @Inject
  public CsvInvoices(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<InvoiceLine> read(InvoiceFormat format, byte[] csv) {
    String text = text(csv);
    CSVFormat table =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).setIgnoreEmptyLines(true).get();
    Map<String, InvoiceLine> lines = new TreeMap<>();
    try (CSVParser parser = CSVParser.parse(text, table)) {
      InvoiceCells cells = null;
      for (CSVRecord record : parser) {
        if (cells == null) {
          cells = new InvoiceCells(heads(format, record), Columns.of(format), clock);
        } else if (parser.getRecordNumber() > MAX_LINES + 1) {
          throw Input.invalid(FIELD, "The table has more than 50,000 lines.");
        } else {
          InvoiceLine line = cells.line(record, parser.getCurrentLineNumber());
          lines.merge(line.day() + " " + line.model(), line, InvoiceLine::plus);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw Input.invalid(FIELD, "The table is no CSV: a quotation mark is not closed, or stray.");
    } catch (ArithmeticException e) {
      throw Input.invalid(FIELD, "The amounts or tokens add up to more than can be.");
    }
    if (lines.isEmpty()) {
      throw Input.invalid(FIELD, "The table has no lines.");
    }
    return List.copyOf(lines.values());
  }

  private static String text(byte[] csv) {
    if (csv.length >= 2 && (csv[0] == (byte) 0xFF || csv[0] == (byte) 0xFE)) {
      throw Input.invalid(FIELD, "The table is in UTF-16. Save it as UTF-8.");
    }
    if (csv.length >= 2 && csv[0] == 'P' && csv[1] == 'K') {
      throw Input.invalid(FIELD, "This is a workbook or archive. Save the sheet as CSV.");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
      if (text.indexOf('\0') >= 0) {
        throw Input.invalid(FIELD, "The table holds a NUL character.");
      }
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw Input.invalid(FIELD, "The table is not in UTF-8. Save it as UTF-8.");
    }
  }

  /** Whichever stands most often in the first line. */
  private static char delimiter(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(first, candidate) > count(first, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static List<String> heads(InvoiceFormat format, CSVRecord record) {
    List<String> heads = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String head : record) {
      String name = head.strip().toLowerCase(Locale.ROOT);
      if (!seen.add(name)) {
        throw Input.invalid(FIELD, "Two columns bear the same head.");
      }
      heads.add(name);
    }
    if (heads.size() > MAX_HEADS) {
      throw Input.invalid(FIELD, "The table has more than 100 columns.");
    }
    if (!heads.containsAll(Columns.of(format).needed())) {
      throw foreign(format, heads);
    }
    return heads;
  }

  private static MarketplaceException foreign(InvoiceFormat format, List<String> heads) {
    String needed = String.join(", ", Columns.of(format).needed());
    return Columns.recognize(heads)
        .map(
            other ->
                Input.invalid(
                    FIELD,
                    "This is a table in the format "
                        + other.code()
                        + ", not "
                        + format.code()
                        + ". Nothing was imported."))
        .orElseGet(
            () ->
                Input.invalid(
                    FIELD,
                    "The first line does not name the columns of "
                        + format.code()
                        + ": "
                        + needed
                        + ". Nothing was imported."));
  }
}

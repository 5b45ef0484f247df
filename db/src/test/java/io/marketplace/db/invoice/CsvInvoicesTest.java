package io.marketplace.db.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.model.invoice.InvoiceFormat;
import io.marketplace.model.invoice.InvoiceLine;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tables of providers: read rightly, or refused whole with the line at fault. */
class CsvInvoicesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private final CsvInvoices reader =
      new CsvInvoices(Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC));

  private List<InvoiceLine> read(InvoiceFormat format, String csv) {
    return reader.read(format, csv.getBytes(StandardCharsets.UTF_8));
  }

  private void refused(InvoiceFormat format, byte[] csv, String why) {
    assertThatThrownBy(() -> reader.read(format, csv))
        .isInstanceOfSatisfying(
            MarketplaceException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
              assertThat(refused.field()).contains("csv");
            })
        .hasMessageContaining(why);
  }

  private void refused(String csv, String why) {
    refused(InvoiceFormat.PLAIN, csv.getBytes(StandardCharsets.UTF_8), why);
  }

  @Test
  void aPlainTable() {
    assertThat(
            read(
                InvoiceFormat.PLAIN,
                "\uFEFF"
                    + String.join(
                        "\r\n",
                        "Day,Model,Cost_USD,input_tokens,output_tokens,note",
                        "2026-11-20,GPT-4o-2024-08-06,1.5,1000,20,\"a, b\"",
                        "2026-11-20,gpt-4o,0.25,500,,",
                        "",
                        "2026-11-19,haiku-20241022,0.0000000004,,,")))
        .containsExactly(
            new InvoiceLine(
                DAY.minusDays(1), "haiku", Optional.empty(), Optional.empty(), NanoUsd.ZERO),
            new InvoiceLine(
                DAY, "gpt-4o", Optional.of(1_500L), Optional.of(20L), new NanoUsd(1_750_000_000)));
  }

  @Test
  void semicolonsAndTabsSeparateToo() {
    assertThat(read(InvoiceFormat.PLAIN, "day;model;cost_usd\n2026-11-20;m;1\n")).hasSize(1);
    assertThat(read(InvoiceFormat.PLAIN, "day\tmodel\tcost_usd\n2026-11-20\tm\t1\n")).hasSize(1);
  }

  @Test
  void openAisCosts() {
    assertThat(
            read(
                InvoiceFormat.OPENAI,
                """
                start_time,start_time_iso,amount_value,amount_currency,line_item,project_name
                1763596800,2026-11-20T00:00:00+00:00,0.125,usd,"gpt-4o-mini-2024-07-18, input",p
                1763596800,2026-11-20T00:00:00+00:00,0.5,usd,"gpt-4o-mini-2024-07-18, output",p
                """))
        .containsExactly(
            new InvoiceLine(
                DAY, "gpt-4o-mini", Optional.empty(), Optional.empty(), new NanoUsd(625_000_000)));
  }

  @Test
  void anthropicsCosts() {
    assertThat(
            read(
                InvoiceFormat.ANTHROPIC,
                """
                usage_date_utc,model,workspace,token_type,cost_usd
                2026-11-20,claude-haiku-4-5-20251001,w,input_no_cache,0.1
                2026-11-20,claude-haiku-4-5-20251001,w,output,0.2
                """))
        .containsExactly(
            new InvoiceLine(
                DAY,
                "claude-haiku-4-5",
                Optional.empty(),
                Optional.empty(),
                new NanoUsd(300_000_000)));
  }

  @Test
  void anotherProvidersTableIsRecognized() {
    String anthropic = "usage_date_utc,model,token_type,cost_usd\n2026-11-20,m,output,1\n";
    refused(
        InvoiceFormat.OPENAI,
        anthropic.getBytes(StandardCharsets.UTF_8),
        "in the format anthropic, not openai");
    refused("a,b,c\n1,2,3\n", "does not name the columns of plain: day, model, cost_usd");
  }

  @Test
  void whatIsWrongIsToldByItsLine() {
    String head = "day,model,cost_usd\n2026-11-20,m,1\n";
    refused(head + "2026-11-20,m\n", "Line 3 has 2 cells");
    refused(head + "2026-11-20,=cmd|'/c calc'!A1,1\n", "Line 3 holds a formula");
    refused(head + "2026-11-20,@SUM(A1),1\n", "Line 3 holds a formula");
    refused(head + "2026-11-20,m,=1+1\n", "Line 3 holds a formula");
    refused(head + "2026-11-20,m,-4\n", "Line 3 is a credit");
    refused(head + "2026-11-20,m,\"1,5\"\n", "Line 3 has no amount");
    refused(head + "2026-11-20,m,NaN\n", "Line 3 has no amount");
    refused(head + "2026-11-20,m,99999999999\n", "Line 3 has an amount beyond");
    refused(head + "20.11.2026,m,1\n", "Line 3 has no day");
    refused(head + "2026-11-23,m,1\n", "Line 3 has no day");
    refused(head + "2026-02-30,m,1\n", "Line 3 has no day");
    refused(head + "2026-11-20,,1\n", "Line 3 names no model");
    refused("day,model,cost_usd,day\n", "Two columns");
    refused("day,model,cost_usd\n", "no lines");
    refused("", "no lines");
    refused(head + "2026-11-20,\"m,1\n", "quotation mark");
    refused(
        InvoiceFormat.OPENAI,
        "start_time_iso,amount_value,amount_currency,line_item\n2026-11-20,1,eur,m\n"
            .getBytes(StandardCharsets.UTF_8),
        "Line 2 is not in US dollars");
  }

  @Test
  void otherEncodingsAreRefused() {
    String table = "day,model,cost_usd\n2026-11-20,modèle,1\n";
    refused(InvoiceFormat.PLAIN, table.getBytes(StandardCharsets.UTF_16), "UTF-16");
    refused(
        InvoiceFormat.PLAIN, table.replace('è', 'e').getBytes(StandardCharsets.UTF_16LE), "NUL");
    refused(InvoiceFormat.PLAIN, table.getBytes(Charset.forName("windows-1252")), "not in UTF-8");
    refused(InvoiceFormat.PLAIN, "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8), "workbook");
  }

  @Test
  void aMultitudeOfLinesIsRefused() {
    refused("day,model,cost_usd\n" + "2026-11-20,m,1\n".repeat(50_001), "50,000");
  }
}

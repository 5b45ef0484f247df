package io.marketplace.db.metering;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.invoice.Difference;
import io.marketplace.model.invoice.ImportInvoice;
import io.marketplace.model.invoice.Invoice;
import io.marketplace.model.invoice.InvoiceFormat;
import io.marketplace.model.invoice.InvoiceQueries;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attempt;
import io.marketplace.model.metering.AttemptEnd;
import io.marketplace.model.metering.AttemptEntry;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageDetail;
import io.marketplace.model.metering.UsageFlag;
import io.marketplace.model.metering.UsagePeriod;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.metering.UsageQuery;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.metering.UsageTotals;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.RegisterProvider;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands beneath a row of the ledger, whom it is shown to, and where it is summed. */
class AttemptContractTest {

  private static final TokenCount WORKED_ON = new TokenCount(8, 0, 0, TokenCount.Source.COUNTED);
  private static final TokenCount ANSWER = new TokenCount(10, 4, 5, 2, TokenCount.Source.UPSTREAM);

  private Enterprise house;
  private UsageQueries usage;
  private LedgerRows ledger;
  private ApplicationId payments;
  private LocalDate day;
  private Instant noon;

  @BeforeEach
  void open() throws SQLException {
    house = new Enterprise();
    usage = house.get(UsageQueries.class);
    ledger = new LedgerRows(house);
    payments = house.application("Payments");
    day = LocalDate.ofInstant(house.clock.instant(), ZoneOffset.UTC).minusDays(2);
    noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  private Provider provider(String name) {
    return house
        .get(RegisterProvider.class)
        .register(house.admin, new ProviderForm(name, "EU", List.of("EU"), Map.of()));
  }

  /** A pool as the database needs it, of which nobody asks more than its name. */
  private ServedBy pool(String name, Provider provider) throws SQLException {
    PoolId id = PoolId.create();
    try (Connection connection = house.database.admin();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into pool (id, name, provider_id, engine, dialect, endpoints)"
              + " values ('%s', '%s', '%s', 'mock', 'openai', array['http://127.0.0.1:1'])"
                  .formatted(id, name, provider.id()));
    }
    return new ServedBy(id, provider.id(), name + "-model", 3);
  }

  private static Attempt attempt(
      ServedBy by, AttemptEnd end, @Nullable Integer status, TokenCount tokens, long cost) {
    return new Attempt(by, end, status, 12.5, tokens, new NanoUsd(cost));
  }

  private UsageRow row(List<Attempt> beneath) {
    UsageRow plain =
        LedgerRows.row(
            new CallOwner(house.retail, ledger.teamOf(payments), payments, KeyId.create()),
            "utility",
            Sensitivity.INTERNAL,
            Attribution.NONE,
            beneath.getLast().by(),
            new TokenCount(18, 4, 5, 2, TokenCount.Source.UPSTREAM),
            noon,
            beneath.stream().mapToLong(one -> one.cost().value()).sum());
    return new UsageRow(
        plain.call(),
        noon,
        plain.owner(),
        plain.tier(),
        plain.alias(),
        plain.attribution(),
        null,
        plain.sensitivity(),
        plain.servedBy(),
        plain.tokens(),
        1,
        plain.cost(),
        plain.cache(),
        200,
        "answered",
        true,
        beneath.size(),
        100,
        20.0,
        "g1",
        List.of(),
        new NanoUsd(7),
        UsageFlag.UNANSWERED,
        beneath);
  }

  private UsageRow writeTwice() throws SQLException {
    ServedBy first = pool("first", provider("one"));
    ServedBy second = pool("second \"quoted\"", provider("two"));
    UsageRow row =
        row(
            List.of(
                attempt(first, AttemptEnd.TIMEOUT, null, WORKED_ON, 800),
                attempt(first, AttemptEnd.REFUSED, 503, TokenCount.ZERO, 0),
                attempt(second, AttemptEnd.ANSWERED, null, ANSWER, 3_000)));
    ledger.write(row);
    // A journal that is read again.
    ledger.write(row);
    return row;
  }

  @Test
  void attemptsStandBeneathTheirRowInTheirOrder() throws SQLException {
    UsageRow row = writeTwice();

    UsageDetail detail = usage.request(house.developer, row.call());

    assertThat(detail.entry().cost()).isEqualTo(new NanoUsd(3_800));
    assertThat(detail.entry().flag()).contains(UsageFlag.UNANSWERED);
    assertThat(detail.entry().attempts()).isEqualTo(3);
    assertThat(detail.attempts())
        .containsExactly(
            entry(1, "first", "one", AttemptEnd.TIMEOUT, null, WORKED_ON, 800),
            entry(2, "first", "one", AttemptEnd.REFUSED, 503, TokenCount.ZERO, 0),
            entry(3, "second \"quoted\"", "two", AttemptEnd.ANSWERED, null, ANSWER, 3_000));
  }

  private static AttemptEntry entry(
      int ordinal,
      String pool,
      String provider,
      AttemptEnd end,
      @Nullable Integer status,
      TokenCount tokens,
      long cost) {
    return new AttemptEntry(
        ordinal,
        Optional.of(pool),
        Optional.of(provider),
        pool + "-model",
        Optional.of(3),
        end,
        Optional.ofNullable(status),
        12.5,
        tokens.prompt(),
        tokens.completion(),
        tokens.source().code(),
        new NanoUsd(cost));
  }

  @Test
  void nobodyElseSeesThem() throws SQLException {
    UsageRow row = writeTwice();

    for (Actor other : List.of(house.stranger, house.otherDeveloper, house.otherApprover)) {
      assertRefused(ProblemCode.NOT_FOUND, () -> usage.request(other, row.call()));
    }
  }

  @Test
  void aCallIsOneRequestAndCostsWhatItsAttemptsCost() throws SQLException {
    UsageRow row = writeTwice();

    UsageTotals day =
        usage
            .report(
                house.developer,
                UsageQuery.of(UsagePeriod.days(this.day, this.day.plusDays(1))),
                PageRequest.first(1))
            .totals();

    assertThat(day).isEqualTo(new UsageTotals(1, 18, 4, 5, row.cost()));
    assertThat(sums())
        .containsExactly(
            "first-model 0 0 8 0 0 800 0", "second \"quoted\"-model 1 1 10 5 1 3000 7");
  }

  private List<String> sums() throws SQLException {
    try (Connection connection = house.database.admin();
        Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select array_agg(concat_ws(' ', model, requests, answered, prompt_tokens, completion_tokens, images,"
                    + " cost_nano, excess_nano) order by model) from usage_hour")) {
      rows.next();
      return List.of((String[]) rows.getArray(1).getArray());
    }
  }

  @Test
  void anAttemptStandsAgainstTheInvoiceOfTheProviderItWasMadeAt() throws SQLException {
    Provider one = provider("one");
    Provider two = provider("two");
    ServedBy first = pool("first", one);
    ServedBy second = pool("second", two);
    ledger.write(
        row(
            List.of(
                attempt(first, AttemptEnd.BROKEN, null, WORKED_ON, 800),
                attempt(second, AttemptEnd.ANSWERED, null, ANSWER, 3_000))));

    assertThat(difference(one, "first-model").booked()).contains(new NanoUsd(800));
    assertThat(difference(two, "second-model").booked()).contains(new NanoUsd(3_000));
  }

  private Difference difference(Provider provider, String model) {
    String csv = "day,model,cost_usd\n" + day + "," + model + ",1\n";
    Invoice invoice =
        house
            .get(ImportInvoice.class)
            .take(
                house.admin,
                provider.id(),
                InvoiceFormat.PLAIN,
                "november.csv",
                csv.getBytes(StandardCharsets.UTF_8));
    return house.get(InvoiceQueries.class).differences(house.admin, invoice.id()).getFirst();
  }
}

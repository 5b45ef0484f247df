package io.marketplace.db.invoice;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.db.metering.LedgerRows;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.invoice.Difference;
import io.marketplace.model.invoice.ImportInvoice;
import io.marketplace.model.invoice.Invoice;
import io.marketplace.model.invoice.InvoiceFormat;
import io.marketplace.model.invoice.InvoiceId;
import io.marketplace.model.invoice.InvoiceQueries;
import io.marketplace.model.invoice.RemoveInvoice;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Dialect;
import io.marketplace.model.routing.GpuPrice;
import io.marketplace.model.routing.GpuQueries;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolHour;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.PriceExtras;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.model.routing.Provider;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.RegisterPool;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.routing.RoutingQueries;
import io.marketplace.model.routing.SetGpuPrice;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Invoices and the hours of own pools beside the ledger, on a real database. */
class InvoiceContractTest {

  private static final PageRequest FIRST = PageRequest.first(50);
  private static final PriceExtras EXTRAS =
      new PriceExtras(
          Optional.of(new NanoUsd(9)), Optional.of(new NanoUsd(8)), Optional.of(new NanoUsd(7)));

  private Enterprise house;
  private Provider provider;
  private Pool pool;

  @BeforeEach
  void open() throws SQLException {
    house = new Enterprise();
    provider =
        house
            .get(RegisterProvider.class)
            .register(house.admin, new ProviderForm("vendor", "EU", List.of("EU"), Map.of()));
    pool =
        house
            .get(RegisterPool.class)
            .register(
                house.admin,
                new PoolForm(
                    "own",
                    provider.id(),
                    "vllm",
                    Dialect.OPENAI,
                    List.of("http://127.0.0.1:1"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(
                        new PoolModelForm(
                            "m",
                            new PriceForm(new NanoUsd(1), Optional.empty(), new NanoUsd(2), EXTRAS),
                            Optional.empty(),
                            Optional.empty()))));
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  private void book(String model, Instant at, long prompt, long completion, long cost) {
    new LedgerRows(house)
        .write(
            LedgerRows.row(
                new CallOwner(
                    house.retail, TeamId.create(), ApplicationId.create(), KeyId.create()),
                "utility",
                Sensitivity.INTERNAL,
                Attribution.NONE,
                new ServedBy(pool.id(), provider.id(), model, 1),
                new TokenCount(prompt, 0, completion, TokenCount.Source.UPSTREAM),
                at,
                cost));
  }

  private void stand(Instant at) {
    house.clock.move(Duration.between(house.clock.instant(), at));
  }

  private Invoice take(String csv) {
    return house
        .get(ImportInvoice.class)
        .take(
            house.admin,
            provider.id(),
            InvoiceFormat.PLAIN,
            "november.csv",
            csv.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void eachModelAndDayIsSetAgainstTheLedger() throws SQLException {
    LocalDate today = LocalDate.ofInstant(house.clock.instant(), ZoneOffset.UTC);
    LocalDate day = today.minusDays(2);
    Instant morning = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    book("GPT-4o-2024-08-06", morning, 100, 10, 1_000_000_000);
    book("gpt-4o", morning.plus(Duration.ofHours(23)), 50, 5, 500_000_000);
    book("unbilled", morning, 1, 1, 5);
    book("gpt-4o", morning.minusSeconds(1), 7, 7, 7);

    Invoice invoice =
        take(
            "day,model,cost_usd,input_tokens,output_tokens\n%1$s,gpt-4o,2,160,15\n%1$s,ghost,0.5,,\n"
                .formatted(day));

    assertThat(invoice.total().toDollars()).isEqualTo("2.5");
    List<Difference> differences =
        house.get(InvoiceQueries.class).differences(house.finops, invoice.id());
    assertThat(differences)
        .containsExactly(
            new Difference(
                day,
                "ghost",
                Optional.of(new NanoUsd(500_000_000)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                0),
            new Difference(
                day,
                "gpt-4o",
                Optional.of(new NanoUsd(2_000_000_000)),
                Optional.of(new NanoUsd(1_500_000_000)),
                Optional.of(160L),
                Optional.of(15L),
                150,
                15),
            new Difference(
                day,
                "unbilled",
                Optional.empty(),
                Optional.of(new NanoUsd(5)),
                Optional.empty(),
                Optional.empty(),
                1,
                1));
    assertThat(differences)
        .extracting(Difference::nano)
        .containsExactly(500_000_000L, 500_000_000L, -5L);
  }

  @Test
  void theSameTableIsTakenOnceAndABadOneNotAtAll() {
    String day = LocalDate.ofInstant(house.clock.instant(), ZoneOffset.UTC).toString();
    String csv = "day,model,cost_usd\n" + day + ",m,1\n";
    Invoice invoice = take(csv);

    assertRefused(ProblemCode.CONFLICT, () -> take(csv));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> take(csv + day + ",m,-1\n"));
    assertThat(house.get(InvoiceQueries.class).invoices(house.admin, FIRST).items())
        .extracting(Invoice::id)
        .containsExactly(invoice.id());

    house.get(RemoveInvoice.class).remove(house.admin, invoice.id());
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> house.get(InvoiceQueries.class).invoice(house.admin, invoice.id()));
    assertThat(take(csv).total()).isEqualTo(invoice.total());
    assertThat(
            house
                .get(AuditQueries.class)
                .events(house.admin, AuditFilter.about("invoice", invoice.id().toString()), FIRST)
                .items())
        .extracting(AuditEvent::action)
        .containsExactly("invoice.removed", "invoice.imported");
  }

  @Test
  void invoicesAreThePlatforms() {
    InvoiceQueries queries = house.get(InvoiceQueries.class);
    assertRefused(ProblemCode.FORBIDDEN, () -> queries.invoices(house.approver, FIRST));
    assertRefused(ProblemCode.FORBIDDEN, () -> queries.invoices(house.developer, FIRST));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> queries.differences(house.admin, InvoiceId.create()));
    assertRefused(
        ProblemCode.FORBIDDEN,
        () ->
            house
                .get(ImportInvoice.class)
                .take(house.finops, provider.id(), InvoiceFormat.PLAIN, "x", new byte[0]));
  }

  @Test
  void whatAPriceAsksBesidesIsKeptWithItsVersion() {
    var price =
        house
            .get(RoutingQueries.class)
            .prices(house.admin, pool.id(), "m", FIRST)
            .items()
            .getFirst();

    assertThat(price.extras()).isEqualTo(EXTRAS);
    assertThat(price.createdBy()).isEqualTo(house.admin.name());
  }

  @Test
  void anHoursCostIsSetAgainstWhatWasBooked() throws SQLException {
    Instant now = house.clock.instant();
    Instant hour = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(2));
    stand(hour);
    GpuPrice price =
        house
            .get(SetGpuPrice.class)
            .set(house.admin, pool.id(), NanoUsd.parse("gpuHourUsd", "2"), 4);
    stand(hour.plus(Duration.ofMinutes(90)));
    house.get(SetGpuPrice.class).set(house.admin, pool.id(), NanoUsd.parse("gpuHourUsd", "4"), 4);
    book("m", hour.plusSeconds(5), 900_000, 100_000, 3_000_000_000L);
    stand(hour.plus(Duration.ofMinutes(105)));

    List<PoolHour> hours =
        house
            .get(GpuQueries.class)
            .hours(house.admin, pool.id(), hour, hour.plus(Duration.ofHours(2)));

    assertThat(price.version()).isEqualTo(1);
    assertThat(hours).hasSize(2);
    PoolHour second = hours.get(0);
    PoolHour first = hours.get(1);
    assertThat(first.cost().toDollars()).isEqualTo("8");
    assertThat(first.perMillion().map(NanoUsd::toDollars)).contains("8");
    assertThat(first.unbookedNano()).isEqualTo(5_000_000_000L);
    // half an hour at 8 dollars, a quarter of one at 16
    assertThat(second.cost().toDollars()).isEqualTo("8");
    assertThat(second.perMillion()).isEmpty();
  }

  @Test
  void gpuPricesAreChecked() {
    SetGpuPrice set = house.get(SetGpuPrice.class);
    NanoUsd one = NanoUsd.parse("gpuHourUsd", "1");
    assertRefused(ProblemCode.FORBIDDEN, () -> set.set(house.approver, pool.id(), one, 1));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> set.set(house.admin, pool.id(), one, 0));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> set.set(house.admin, pool.id(), NanoUsd.parse("gpuHourUsd", "1000.01"), 1));
    GpuQueries queries = house.get(GpuQueries.class);
    Instant now = house.clock.instant();
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> queries.hours(house.admin, pool.id(), now, now));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> queries.hours(house.admin, pool.id(), now.minus(Duration.ofDays(32)), now));
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> queries.hours(house.developer, pool.id(), now.minusSeconds(1), now));
    assertThat(queries.hours(house.finops, pool.id(), now.minusSeconds(1), now)).isEmpty();
  }
}

package io.marketplace.db.metering;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.GrantSpend;
import io.marketplace.model.metering.SeriesPoint;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.metering.UsageEntry;
import io.marketplace.model.metering.UsageGroup;
import io.marketplace.model.metering.UsagePeriod;
import io.marketplace.model.metering.UsageQueries;
import io.marketplace.model.metering.UsageQuery;
import io.marketplace.model.metering.UsageReport;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.metering.UsageTotals;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.tenant.CreateApplication;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ledger's questions on a real database, and who may ask them. */
class UsageContractTest {

  // Any day would do but for the month's spend, which is asked of the house's clock.
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private static final UsagePeriod PERIOD =
      UsagePeriod.days(TODAY.minusDays(10), TODAY.plusDays(1));
  private static final PageRequest FIRST = PageRequest.first(50);

  private static Enterprise house;
  private static UsageQueries usage;
  private static ApplicationId payments;
  private static ApplicationId desk;
  private static ApplicationId research;
  private static CallId paymentsCall;

  @BeforeAll
  static void book() throws SQLException {
    house = new Enterprise();
    usage = house.get(UsageQueries.class);
    payments = house.application("Payments");
    desk =
        house
            .get(CreateApplication.class)
            .create(house.stranger, house.stranger.teams().iterator().next(), "Desk", "");
    research = house.otherApplication("Research");
    house.grant(payments, Enterprise.terms(Tier.UTILITY));
    Instant noon = TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
    house.clock.move(Duration.between(house.clock.instant(), noon));
    LedgerRows ledger = new LedgerRows(house);
    Instant now = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant yesterday = now.minusSeconds(1);
    paymentsCall = ledger.book(house.developer, payments, "utility", "billing", now, 100);
    ledger.book(house.developer, payments, "utility", "billing", yesterday, 50);
    ledger.book(house.developer, payments, "embedding", "", now, 7);
    ledger.book(house.stranger, desk, "utility", "helper", now, 1_000);
    ledger.book(house.otherDeveloper, research, "utility", "billing", now, 10_000);
  }

  @AfterAll
  static void close() throws SQLException {
    house.close();
  }

  @Test
  void everybodySeesWhatIsTheirs() {
    assertThat(totals(house.developer)).isEqualTo(total(3, 157));
    assertThat(totals(house.colleague)).isEqualTo(total(3, 157));
    assertThat(totals(house.stranger)).isEqualTo(total(1, 1_000));
    assertThat(totals(house.approver)).isEqualTo(total(4, 1_157));
    assertThat(totals(house.otherDeveloper)).isEqualTo(total(1, 10_000));
    assertThat(totals(house.otherApprover)).isEqualTo(total(1, 10_000));
    assertThat(totals(house.admin)).isEqualTo(total(5, 11_157));
    assertThat(totals(house.finops)).isEqualTo(total(5, 11_157));
    assertThat(totals(house.auditor)).isEqualTo(total(5, 11_157));
  }

  @Test
  void aLabelThatTwoTenantsShareIsCountedApart() {
    UsageReport own = report(house.otherDeveloper, UsageDimension.AGENT);
    UsageReport all = report(house.admin, UsageDimension.TENANT, UsageDimension.AGENT);

    assertThat(own.page().items()).hasSize(1);
    assertThat(own.totals().cost()).isEqualTo(new NanoUsd(10_000));
    assertThat(all.groups()).isEqualTo(4);
    assertThat(all.page().items().getFirst().group().get(UsageDimension.TENANT))
        .isEqualTo(value(house.capital.toString(), "Capital"));
  }

  @Test
  void groupsBearNamesAndUnlabelledCallsAGroupOfTheirOwn() {
    List<UsageGroup> groups =
        report(house.developer, UsageDimension.APPLICATION, UsageDimension.AGENT).page().items();

    assertThat(groups).hasSize(2);
    assertThat(groups.getFirst().group().get(UsageDimension.APPLICATION))
        .isEqualTo(value(payments.toString(), "Payments"));
    assertThat(groups.getFirst().totals()).isEqualTo(total(2, 150));
    assertThat(groups.get(1).group().get(UsageDimension.AGENT))
        .isEqualTo(new UsageGroup.Value(Optional.empty(), Optional.empty()));
  }

  @Test
  void daysAreUtcDaysAndPeriodsHalfOpen() {
    List<UsageGroup> days = report(house.developer, UsageDimension.DAY).page().items();
    UsageReport today =
        usage.report(
            house.developer, UsageQuery.of(UsagePeriod.days(TODAY, TODAY.plusDays(1))), FIRST);
    UsageReport before =
        usage.report(
            house.developer, UsageQuery.of(UsagePeriod.days(TODAY.minusDays(1), TODAY)), FIRST);

    assertThat(days)
        .extracting(group -> group.group().get(UsageDimension.DAY))
        .containsExactly(day(TODAY.minusDays(1)), day(TODAY));
    assertThat(today.totals()).isEqualTo(total(2, 107));
    assertThat(before.totals()).isEqualTo(total(1, 50));
  }

  @Test
  void groupsPageDearestFirst() {
    UsageQuery query = UsageQuery.of(PERIOD, UsageDimension.APPLICATION);
    UsageReport first = usage.report(house.admin, query, PageRequest.first(2));
    UsageReport second = usage.report(house.admin, query, new PageRequest(2, 2));

    assertThat(first.page().more()).isTrue();
    assertThat(first.groups()).isEqualTo(3);
    assertThat(first.totals()).isEqualTo(second.totals());
    assertThat(first.page().items())
        .extracting(group -> group.totals().cost().value())
        .containsExactly(10_000L, 1_000L);
    assertThat(second.page().items())
        .extracting(group -> group.totals().cost().value())
        .containsExactly(157L);
    assertThat(second.page().more()).isFalse();
  }

  @Test
  void withoutACallThereIsARowOfNothing() {
    UsagePeriod empty = UsagePeriod.days(TODAY.minusDays(400), TODAY.minusDays(300));

    assertThat(usage.report(house.admin, UsageQuery.of(empty), FIRST).page().items())
        .containsExactly(new UsageGroup(Map.of(), UsageTotals.NONE));
    UsageReport grouped =
        usage.report(house.admin, UsageQuery.of(empty, UsageDimension.KEY), FIRST);
    assertThat(grouped.page().items()).isEmpty();
    assertThat(grouped.totals()).isEqualTo(UsageTotals.NONE);
  }

  @Test
  void everyDimensionCanBeAskedForAndNarrowed() {
    for (UsageDimension dimension : UsageDimension.values()) {
      UsageReport report = report(house.developer, dimension);
      assertThat(report.totals()).as(dimension.code()).isEqualTo(total(3, 157));
      UsageGroup dearest =
          report.page().items().stream()
              .filter(group -> group.value(dimension).id().isPresent())
              .findFirst()
              .orElse(new UsageGroup(Map.of(), UsageTotals.NONE));
      Optional<String> id = dearest.value(dimension).id();
      if (id.isPresent()) {
        UsageQuery only = new UsageQuery(PERIOD, List.of(), Map.of(dimension, id.get()));
        assertThat(usage.report(house.developer, only, FIRST).totals())
            .as(dimension.code())
            .isEqualTo(dearest.totals());
      }
    }
    UsageQuery odd = new UsageQuery(PERIOD, List.of(), Map.of(UsageDimension.KEY, "' or true --"));
    assertThat(usage.report(house.admin, odd, FIRST).totals()).isEqualTo(UsageTotals.NONE);
  }

  @Test
  void oneRowIsFoundByItsCallByThoseWhoMaySeeIt() {
    UsageEntry entry = usage.request(house.developer, paymentsCall).entry();

    assertThat(entry.cost()).isEqualTo(new NanoUsd(100));
    assertThat(entry.applicationName()).contains("Payments");
    assertThat(entry.agent()).contains("billing");
    assertThat(entry.ttftMs()).contains(20.0);
    assertThat(usage.request(house.finops, paymentsCall).entry().tenant()).isEqualTo(house.retail);
    for (Actor other : List.of(house.stranger, house.otherDeveloper, house.otherApprover)) {
      assertRefused(ProblemCode.NOT_FOUND, () -> usage.request(other, paymentsCall));
    }
    assertRefused(ProblemCode.NOT_FOUND, () -> usage.request(house.admin, CallId.create()));
  }

  @Test
  void theSeriesIsSplitByDay() {
    List<SeriesPoint> points = usage.series(house.developer, PERIOD, UsageDimension.TIER);

    assertThat(points).extracting(SeriesPoint::day).isSorted();
    assertThat(points).hasSize(3);
    assertThat(points.getFirst().value()).isEqualTo(value("utility", "Utility"));
    assertThat(points.getFirst().totals()).isEqualTo(total(1, 50));
  }

  @Test
  void rowsAreListedNewestFirstAndExportedOldestFirst() {
    UsageQuery all = UsageQuery.of(PERIOD);
    List<UsageEntry> exported = new ArrayList<>();

    usage.export(house.approver, all, exported::add);

    assertThat(exported).hasSize(4);
    assertThat(exported).extracting(UsageEntry::startedAt).isSorted();
    assertThat(usage.recent(house.approver, all, PageRequest.first(3)).more()).isTrue();
    assertThat(usage.recent(house.developer, all, FIRST).items()).hasSize(3);
  }

  @Test
  void anExportOfManyPortionsIsWhole() {
    LedgerRows ledger = new LedgerRows(house);
    CallOwner owner =
        new CallOwner(house.capital, ledger.teamOf(research), research, KeyId.create());
    // Many at the same moment: where a portion ends, the moment does not.
    Instant then = TODAY.minusDays(90).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<UsageRow> rows = new ArrayList<>();
    for (int i = 0; i < 2 * UsageExport.PORTION + 7; i++) {
      rows.add(
          LedgerRows.row(
              owner,
              "utility",
              Sensitivity.INTERNAL,
              Attribution.NONE,
              null,
              TokenCount.ZERO,
              then.plusMillis(i / 1_500),
              i));
    }
    ledger.write(rows.toArray(UsageRow[]::new));
    UsageQuery query = UsageQuery.of(UsagePeriod.days(TODAY.minusDays(91), TODAY.minusDays(89)));
    List<UsageEntry> exported = new ArrayList<>();

    usage.export(house.otherApprover, query, exported::add);

    assertThat(exported)
        .extracting(UsageEntry::id)
        .containsExactlyInAnyOrderElementsOf(rows.stream().map(UsageRow::call).toList());
    assertThat(exported).extracting(UsageEntry::startedAt).isSorted();
    usage.export(
        house.approver,
        query,
        row -> {
          throw new AssertionError("another tenant's row");
        });
  }

  @Test
  void theMonthsSpendStandsAgainstTheGrantsBudgets() {
    List<GrantSpend> spend = usage.monthToDate(house.developer, FIRST).items();

    assertThat(spend).hasSize(1);
    GrantSpend grant = spend.getFirst();
    assertThat(grant.tier()).isEqualTo(Tier.UTILITY);
    assertThat(grant.budget()).isEqualTo(NanoUsd.parse("b", "50"));
    assertThat(grant.spent()).isEqualTo(new NanoUsd(150));
    // 14.5 of 30 days have passed
    assertThat(grant.forecast()).isEqualTo(new NanoUsd(310));
    assertThat(usage.monthToDate(house.stranger, FIRST).items()).isEmpty();
    assertThat(usage.monthToDate(house.otherApprover, FIRST).items()).isEmpty();
    assertThat(usage.monthToDate(house.finops, FIRST).items()).hasSize(1);
  }

  private static UsageReport report(Actor actor, UsageDimension... groupBy) {
    return usage.report(actor, UsageQuery.of(PERIOD, groupBy), FIRST);
  }

  private static UsageTotals totals(Actor actor) {
    return report(actor).totals();
  }

  private static UsageTotals total(long calls, long cost) {
    return new UsageTotals(calls, 10 * calls, 0, 5 * calls, new NanoUsd(cost));
  }

  private static UsageGroup.Value value(String id, String name) {
    return new UsageGroup.Value(Optional.of(id), Optional.of(name));
  }

  private static UsageGroup.Value day(LocalDate day) {
    return new UsageGroup.Value(Optional.of(day.toString()), Optional.empty());
  }
}

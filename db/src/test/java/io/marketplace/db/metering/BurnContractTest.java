package io.marketplace.db.metering;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.marketplace.db.Enterprise;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.Burn;
import io.marketplace.model.metering.BurnNow;
import io.marketplace.model.metering.BurnRate;
import io.marketplace.model.metering.Burner;
import io.marketplace.model.metering.UsageDimension;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who burns money now, against what is usual. */
class BurnContractTest {

  private static final PageRequest FIRST = PageRequest.first(50);
  private static final List<UsageDimension> ALL =
      List.of(UsageDimension.AGENT, UsageDimension.WORKFLOW, UsageDimension.CUSTOMER);
  private static final List<UsageDimension> AGENT = List.of(UsageDimension.AGENT);

  /** Ten minutes past an hour, so that a quarter of an hour has parts of two. */
  private static final Instant NOW = Instant.parse("2026-06-15T12:10:00Z");

  private static Enterprise house;
  private static BurnNow burning;

  @BeforeAll
  static void book() throws SQLException {
    house = new Enterprise();
    burning = house.get(BurnNow.class);
    house.clock.move(Duration.between(house.clock.instant(), NOW));
    ApplicationId payments = house.application("Payments");
    ApplicationId research = house.otherApplication("Research");
    LedgerRows ledger = new LedgerRows(house);
    Attribution runaway = new Attribution("runaway", "nightly", "acme", null);
    Attribution calm = new Attribution("calm", null, null, null);
    ledger.book(house.developer, payments, "utility", runaway, NOW.minusSeconds(60), 600);
    ledger.book(house.developer, payments, "code", runaway, NOW.minusSeconds(14 * 60), 400);
    ledger.book(house.developer, payments, "utility", calm, NOW.minusSeconds(60), 10);
    ledger.book(house.otherDeveloper, research, "utility", calm, NOW.minusSeconds(60), 70);
    // before the window: the hour of its beginning counts for neither
    ledger.book(house.developer, payments, "utility", calm, NOW.minusSeconds(16 * 60), 1_000_000);
    ledger.book(house.developer, payments, "utility", calm, NOW.minus(Duration.ofHours(3)), 960);
    ledger.book(house.developer, payments, "utility", runaway, NOW.minus(Duration.ofHours(9)), 480);
    ledger.book(house.developer, payments, "utility", calm, NOW.minus(Duration.ofHours(26)), 9_999);
  }

  @AfterAll
  static void close() throws SQLException {
    house.close();
  }

  @Test
  void theDearestComesFirstWithItsPaceAndItsTier() {
    Burn burn = burning.read(house.developer, 15, ALL, FIRST);

    assertThat(burn.window().to()).isEqualTo(NOW);
    assertThat(burn.totals().requests()).isEqualTo(3);
    assertThat(burn.totals().cost()).isEqualTo(new NanoUsd(1_010));
    assertThat(burn.rate().perHour()).isEqualTo(new NanoUsd(4_040));
    assertThat(burn.page().items()).hasSize(2);
    Burner runaway = burn.page().items().getFirst();
    assertThat(runaway.usage().value(UsageDimension.AGENT).id()).contains("runaway");
    assertThat(runaway.usage().value(UsageDimension.CUSTOMER).id()).contains("acme");
    assertThat(runaway.usage().totals().cost()).isEqualTo(new NanoUsd(1_000));
    assertThat(runaway.mostly()).contains("utility");
    BurnRate rate = burn.rate(runaway);
    assertThat(rate.perHour()).isEqualTo(new NanoUsd(4_000));
    assertThat(rate.usualPerHour()).contains(new NanoUsd(20));
    assertThat(rate.pace()).isEqualTo(BurnRate.Pace.RUNAWAY);
    Burner calm = burn.page().items().get(1);
    assertThat(burn.rate(calm).usualPerHour()).contains(new NanoUsd(40));
    assertThat(burn.rate(calm).pace()).isEqualTo(BurnRate.Pace.USUAL);
    assertThat(calm.usage().value(UsageDimension.WORKFLOW).id()).isEmpty();
  }

  @Test
  void everybodySeesTheirOwnAndALabelOfTwoTenantsIsTwo() {
    assertThat(cost(house.developer)).isEqualTo(1_010);
    assertThat(cost(house.colleague)).isEqualTo(1_010);
    assertThat(cost(house.stranger)).isZero();
    assertThat(cost(house.approver)).isEqualTo(1_010);
    assertThat(cost(house.otherDeveloper)).isEqualTo(70);
    assertThat(cost(house.otherApprover)).isEqualTo(70);
    for (Actor all : List.of(house.admin, house.finops, house.auditor)) {
      assertThat(cost(all)).isEqualTo(1_080);
    }
    assertThat(burning.read(house.stranger, 15, AGENT, FIRST).page().items()).isEmpty();
    Burn both =
        burning.read(house.admin, 15, List.of(UsageDimension.TENANT, UsageDimension.AGENT), FIRST);
    assertThat(both.page().items())
        .extracting(
            burner -> burner.usage().value(UsageDimension.TENANT).name().orElse(""),
            burner -> burner.usage().totals().cost().value())
        .containsExactly(tuple("Retail", 1_000L), tuple("Capital", 70L), tuple("Retail", 10L));
  }

  private static long cost(Actor actor) {
    return burning.read(actor, 15, AGENT, FIRST).totals().cost().value();
  }

  @Test
  void pagesGoOnAndBehindTheEndTheTotalsStand() {
    Burn first = burning.read(house.developer, 15, AGENT, PageRequest.first(1));
    Burn second = burning.read(house.developer, 15, AGENT, new PageRequest(1, 1));
    Burn behind = burning.read(house.developer, 15, AGENT, new PageRequest(7, 1));

    assertThat(first.page().more()).isTrue();
    assertThat(second.page().more()).isFalse();
    assertThat(second.page().items().getFirst().usage().value(UsageDimension.AGENT).id())
        .contains("calm");
    assertThat(behind.page().items()).isEmpty();
    assertThat(List.of(first.totals(), second.totals())).containsOnly(behind.totals());
  }

  @Test
  void aDayIsTheMostAndAMinuteTheLeast() {
    for (int minutes : new int[] {-1, 0, 1_441, Integer.MAX_VALUE}) {
      assertRefused(
          ProblemCode.INVALID_REQUEST, () -> burning.read(house.developer, minutes, AGENT, FIRST));
    }
    assertRefused(
        ProblemCode.INVALID_REQUEST, () -> burning.read(house.developer, 15, List.of(), FIRST));
    assertThat(burning.read(house.developer, 1, AGENT, FIRST).totals().requests()).isEqualTo(2);
    Burn day = burning.read(house.developer, 1_440, AGENT, FIRST);
    assertThat(day.totals().cost()).isEqualTo(new NanoUsd(1_010 + 1_000_000 + 960 + 480));
    assertThat(day.page().items().getFirst().usage().value(UsageDimension.AGENT).id())
        .isEqualTo(Optional.of("calm"));
  }
}

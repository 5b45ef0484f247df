package io.marketplace.db.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.marketplace.db.Enterprise;
import io.marketplace.model.catalogue.CatalogueQueries;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.catalogue.TierView;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsagePartitions;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.routing.PlatformKpis;
import io.marketplace.model.routing.RoutingQueries;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How fast tiers answer, as the catalogue and the overview tell it, from sums by bucket. */
class SpeedContractTest {

  /** What the buckets promise. */
  private static final Percentage RIGHT = withinPercentage(2.5);

  private static Enterprise house;

  @BeforeAll
  static void book() throws SQLException {
    house = new Enterprise();
    Instant now = Instant.now();
    List<UsageRow> own = new ArrayList<>();
    TeamId team = house.developer.teams().iterator().next();
    // 1 to 1,000 ms to the last byte, a tenth of it to the first; a failed call counts for nothing
    for (int i = 1; i <= 1_000; i++) {
      own.add(LedgerRows.timed(row(house.retail, team, now), "answered", i, i / 10.0));
    }
    own.add(LedgerRows.timed(row(house.retail, team, now), "broken", 900_000, 900_000));
    // a month ago, in hours of one day
    Instant old = now.minus(Duration.ofDays(20));
    for (int i = 1; i <= 10; i++) {
      own.add(
          LedgerRows.timed(
              row(house.retail, team, old.plus(Duration.ofHours(i))), "answered", 5, 1));
    }
    LedgerRows ledger = new LedgerRows(house);
    ledger.write(own.toArray(UsageRow[]::new));
    ledger.write(
        LedgerRows.timed(
            row(house.capital, house.otherDeveloper.teams().iterator().next(), now),
            "answered",
            60_000,
            30_000));
  }

  private static UsageRow row(TenantId tenant, TeamId team, Instant at) {
    return LedgerRows.row(
        new CallOwner(tenant, team, ApplicationId.create(), KeyId.create()),
        "utility",
        Sensitivity.INTERNAL,
        Attribution.NONE,
        null,
        TokenCount.ZERO,
        at,
        0);
  }

  @AfterAll
  static void close() throws SQLException {
    house.close();
  }

  private static TierView utility(Actor actor) {
    return house.get(CatalogueQueries.class).tiers(actor).stream()
        .filter(tier -> tier.tier() == Tier.UTILITY)
        .findFirst()
        .orElseThrow();
  }

  private static String one(String query) throws SQLException {
    return house.database.one(query);
  }

  @Test
  void aTeamSeesHowFastItsOwnCallsWere() {
    TierView utility = utility(house.developer);

    assertThat(utility.calls()).isEqualTo(1_010);
    assertThat(utility.p95LatencyMs().orElseThrow()).isCloseTo(949.5, RIGHT);
    assertThat(utility.p95TtftMs().orElseThrow()).isCloseTo(94.95, RIGHT);
    assertThat(utility(house.stranger).calls()).isZero();
    assertThat(utility(house.stranger).p95LatencyMs()).isEmpty();
    assertThat(utility(house.otherDeveloper).p95LatencyMs().orElseThrow()).isCloseTo(60_000, RIGHT);
  }

  @Test
  void theOverviewTellsMediansOfTheDay() {
    PlatformKpis.TierLatency utility =
        house.get(RoutingQueries.class).kpis(house.admin).latencies().getFirst();

    assertThat(utility.calls()).isEqualTo(1_001);
    assertThat(utility.p50Ms()).isCloseTo(501, RIGHT);
    assertThat(utility.p95Ms()).isCloseTo(951, RIGHT);
    assertThat(utility.p50TtftMs().orElseThrow()).isCloseTo(50.1, RIGHT);
  }

  @Test
  void hoursThatAreOverAreJoinedToDaysAndNothingElseChanges() throws SQLException {
    TierView before = utility(house.admin);
    int slots = Integer.parseInt(one("select count(distinct since) from speed_sum"));
    UsagePartitions upkeep = house.get(UsagePartitions.class);

    assertThat(upkeep.joinHours()).isPositive();

    assertThat(Integer.parseInt(one("select count(distinct since) from speed_sum")))
        .isLessThan(slots);
    assertThat(utility(house.admin)).isEqualTo(before);
    int joined = Integer.parseInt(one("select count(*) from speed_sum"));
    int again = upkeep.joinHours();
    assertThat(again).isZero();
    assertThat(one("select count(*) from speed_sum")).isEqualTo(Integer.toString(joined));
  }
}

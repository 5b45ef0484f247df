package io.marketplace.db.quota;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.db.metering.LedgerRows;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.keys.IssueKey;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.keys.KeyWish;
import io.marketplace.model.keys.MintSubKey;
import io.marketplace.model.keys.SubKeyWish;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.Booking;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetQueries;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.quota.BudgetState;
import io.marketplace.model.quota.BudgetTerms;
import io.marketplace.model.quota.BudgetView;
import io.marketplace.model.quota.BudgetWish;
import io.marketplace.model.quota.CountBudgets;
import io.marketplace.model.quota.LabelSpend;
import io.marketplace.model.quota.LeaseAnswer;
import io.marketplace.model.quota.LeaseAnswer.Granted;
import io.marketplace.model.quota.LeaseHolder;
import io.marketplace.model.quota.LeaseWish;
import io.marketplace.model.quota.RemoveBudget;
import io.marketplace.model.quota.SetBudget;
import io.marketplace.model.tenant.CreateApplication;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What budgets know of the time before they were set, on a real database. */
class BudgetOpeningContractTest {

  private static final PageRequest FIRST = PageRequest.first(50);

  private Enterprise house;
  private LedgerRows ledger;
  private BudgetLeases leases;
  private ApplicationId wallet;
  private CallOwner parent;
  private CallOwner child;
  private CallOwner strangers;

  @BeforeEach
  void spendBefore() throws SQLException {
    house = new Enterprise();
    ledger = new LedgerRows(house);
    PGSimpleDataSource gateway = new PGSimpleDataSource();
    gateway.setUrl(house.database.url());
    gateway.setUser("marketplace_gateway");
    gateway.setPassword(house.database.password());
    leases = new JdbcBudgetLeases(gateway);
    wallet = house.application("wallet");
    house.grant(wallet, Enterprise.terms(Tier.UTILITY));
    ApplicationId desk =
        house
            .get(CreateApplication.class)
            .create(house.stranger, house.stranger.teams().iterator().next(), "desk", "");
    KeyId key = issue();
    parent = owner(wallet, key);
    child =
        owner(
            wallet,
            house
                .get(MintSubKey.class)
                .mint(house.colleague, key, SubKeyWish.of("sub", Enterprise.agent("sub")))
                .id());
    strangers = owner(desk, KeyId.create());
    Instant now = house.clock.instant();
    spend(parent, "bot", now, 1_000, 300);
    spend(child, "sub", now, 20, 0);
    spend(parent, null, now, 5, 0);
    spend(strangers, "bot", now, 50_000, 0);
    spend(parent, "bot", monthStart().minusMillis(1), 1_000_000, 0);
    ApplicationId foreign = house.otherApplication("foreign");
    spend(
        new CallOwner(house.capital, ledger.teamOf(foreign), foreign, KeyId.create()),
        "bot",
        now,
        10_000_000,
        0);
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  private KeyId issue() {
    return house
        .get(IssueKey.class)
        .issue(house.developer, wallet, KeyWish.of("key", Set.of(Tier.UTILITY)))
        .id();
  }

  private CallOwner owner(ApplicationId application, KeyId key) {
    return new CallOwner(house.retail, ledger.teamOf(application), application, key);
  }

  private Instant monthStart() {
    return YearMonth.from(house.clock.instant().atZone(ZoneOffset.UTC))
        .atDay(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private void spend(CallOwner owner, @Nullable String agent, Instant at, long cost, long excess) {
    Attribution attribution = new Attribution(agent, null, null, null);
    ledger.book(owner, "utility", attribution, at, cost, excess, List.of());
  }

  private BudgetId set(Actor actor, String type, String id, BudgetPeriod period, long cap) {
    BudgetTerms terms = new BudgetTerms(period, "UTC", new NanoUsd(cap), 80);
    return house
        .get(SetBudget.class)
        .set(actor, new BudgetWish(BudgetScope.parse(type, id), Optional.empty(), terms));
  }

  private BudgetId month(String type, String id, long cap) {
    return set(house.approver, type, id, BudgetPeriod.MONTH, cap);
  }

  private BudgetView view(BudgetId id) {
    return house.get(BudgetQueries.class).budget(house.approver, id);
  }

  private LeaseAnswer lease(BudgetId budget, long need) {
    return leases.lease(
        new LeaseWish(
            house.retail,
            budget,
            "",
            new LeaseHolder(UUID.randomUUID(), UUID.randomUUID()),
            1,
            UUID.randomUUID(),
            null,
            new NanoUsd(need),
            new NanoUsd(need),
            false));
  }

  private long number(String sql) throws SQLException {
    return house.database.number(sql);
  }

  private String id(String scope) {
    return switch (scope) {
      case "tenant" -> house.retail.toString();
      case "team" -> parent.team().toString();
      case "application" -> wallet.toString();
      case "key" -> parent.key().toString();
      case "sub-key" -> child.key().toString();
      case "identity" -> house.developer.person().toString();
      default -> throw new IllegalArgumentException(scope);
    };
  }

  @Test
  void aBudgetKnowsWhatItsPeriodSpentBeforeItWasSet() {
    Map.of(
            "tenant",
            50_725L,
            "team",
            725L,
            "application",
            725L,
            "key",
            725L,
            "sub-key",
            20L,
            "identity",
            725L)
        .forEach(
            (scope, spent) -> {
              BudgetId budget = month(scope.equals("sub-key") ? "key" : scope, id(scope), 100_000);
              assertThat(view(budget).spent()).as(scope).isEqualTo(new NanoUsd(spent));
              assertThat(lease(budget, 100_001 - spent))
                  .isEqualTo(new LeaseAnswer.Exhausted(new NanoUsd(100_000 - spent), false));
              assertThat(lease(budget, 100_000 - spent))
                  .isInstanceOfSatisfying(
                      Granted.class,
                      granted -> assertThat(granted.spentByOthers()).isEqualTo(new NanoUsd(spent)));
            });
  }

  @Test
  void aLabelsBudgetTooAndSoTheOneOfCallsWithout() {
    Map.of("bot", 50_700L, "sub", 20L, "", 5L, "nobody", 0L)
        .forEach(
            (agent, spent) ->
                assertThat(view(month("agent", agent, 100_000)).spent())
                    .as(agent)
                    .isEqualTo(new NanoUsd(spent)));
  }

  @Test
  void ofABudgetForEachValueEachKnowsItsOwn() {
    BudgetId agents = month("agent", "*", 100_000);
    assertThat(house.get(BudgetQueries.class).labels(house.approver, agents, FIRST).items())
        .containsExactly(
            new LabelSpend("bot", new NanoUsd(50_700), NanoUsd.ZERO),
            new LabelSpend("sub", new NanoUsd(20), NanoUsd.ZERO));
    BudgetId people = month("identity", "*", 100_000);
    assertThat(house.get(BudgetQueries.class).labels(house.approver, people, FIRST).items())
        .containsExactly(
            new LabelSpend(house.developer.person().toString(), new NanoUsd(725), NanoUsd.ZERO));
  }

  @Test
  void aCapBelowWhatIsSpentIsRefusedAndNothingIsLeftOfIt() throws SQLException {
    assertRefused(ProblemCode.CONFLICT, () -> month("agent", "*", 50_699))
        .hasMessageContaining("0.0000507 USD");
    assertThat(number("select count(*) from budget")).isZero();
    assertThat(number("select count(*) from budget_window")).isZero();
    assertThat(number("select count(*) from budget_recount")).isZero();
    BudgetId exact = month("agent", "*", 50_700);
    assertThat(view(exact).state()).isEqualTo(BudgetState.EXHAUSTED);
    assertRefused(ProblemCode.CONFLICT, () -> month("agent", "*", 50_699));
  }

  @Test
  void aSoftLineThatIsBehindAlreadyIsSignalled() {
    BudgetId budget = month("application", wallet.toString(), 900);
    assertThat(house.get(BudgetQueries.class).signals(house.developer, FIRST).items())
        .singleElement()
        .matches(signal -> signal.budget().equals(budget) && signal.spent().value() == 725);
  }

  @Test
  void aTotalBeginsWhenItIsSet() {
    BudgetId total = set(house.approver, "tenant", id("tenant"), BudgetPeriod.TOTAL, 10);
    assertThat(view(total).spent()).isEqualTo(NanoUsd.ZERO);
  }

  @Test
  void aDayThatBeginsWithinAnHourBeginsThere() {
    ZonedDateTime midnight =
        house.clock.instant().atZone(ZoneId.of("Asia/Kolkata")).truncatedTo(ChronoUnit.DAYS);
    spend(parent, "early", midnight.toInstant(), 3, 0);
    spend(parent, "early", midnight.toInstant().minusMillis(1), 40, 0);
    BudgetTerms terms = new BudgetTerms(BudgetPeriod.DAY, "Asia/Kolkata", new NanoUsd(99), 80);
    BudgetId budget =
        house
            .get(SetBudget.class)
            .set(
                house.approver,
                new BudgetWish(BudgetScope.parse("agent", "early"), Optional.empty(), terms));
    assertThat(view(budget).spent()).isEqualTo(new NanoUsd(3));
  }

  @Test
  void callsThatWereUnderWayAreCountedWhenTheyComeAndNoneTwice() throws SQLException {
    BudgetId budget = month("application", wallet.toString(), 10_000);
    Granted slice = (Granted) lease(budget, 9_000);
    Instant now = house.clock.instant();
    spend(parent, "bot", now, 400, 0);
    Booking paid =
        new Booking(budget.value(), slice.windowStart(), slice.lease(), new NanoUsd(6_000));
    ledger.book(parent, "utility", Attribution.NONE, now, 6_000, 0, List.of(paid));
    assertThat(view(budget).spent()).isEqualTo(new NanoUsd(6_725));
    CountBudgets upkeep = house.get(CountBudgets.class);
    assertThat(upkeep.count()).isZero();
    house.clock.move(Duration.ofSeconds(10));
    assertThat(upkeep.count()).isEqualTo(1);
    assertThat(view(budget).spent()).isEqualTo(new NanoUsd(7_125));
    assertThat(number("select opening_nano from budget_window")).isEqualTo(1_125);
    // beyond the cap that is set, as long as the slice is out
    assertThat(number("select cap_nano from budget_window")).isEqualTo(10_125);
    assertThat(number("select count(*) from budget_lease where recall")).isEqualTo(1);
    leases.giveBack(house.retail, slice.lease(), 1, new NanoUsd(3_000));
    assertThat(number("select cap_nano from budget_window")).isEqualTo(10_000);
    assertThat(lease(budget, 2_876)).isInstanceOf(LeaseAnswer.Exhausted.class);
    assertThat(lease(budget, 2_875)).isInstanceOf(Granted.class);
    assertThat(upkeep.count()).isZero();
    for (int i = 0; i < 20; i++) {
      house.clock.move(Duration.ofHours(2));
      upkeep.count();
    }
    assertThat(view(budget).spent()).isEqualTo(new NanoUsd(7_125));
    assertThat(number("select count(*) from budget_recount")).isZero();
  }

  @Test
  void aRemovedBudgetIsNotCountedAndASecondOneBeginsAnew() throws SQLException {
    BudgetId first = month("application", wallet.toString(), 10_000);
    house.get(RemoveBudget.class).remove(house.approver, first);
    spend(parent, "bot", house.clock.instant(), 400, 0);
    house.clock.move(Duration.ofSeconds(10));
    assertThat(house.get(CountBudgets.class).count()).isZero();
    assertThat(view(month("application", wallet.toString(), 10_000)).spent())
        .isEqualTo(new NanoUsd(1_125));
    assertThat(number("select opening_nano from budget_window where budget_id = '" + first + "'"))
        .isEqualTo(725);
  }

  @Test
  void whateverTheLedgersWritersDoMeanwhileNothingIsMissedOrDoubled() throws Exception {
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      writers.add(
          () -> {
            for (int i = 0; i < 30; i++) {
              spend(parent, "agent-" + i % 5, house.clock.instant(), 100, 7);
            }
            return true;
          });
    }
    List<BudgetId> budgets = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> running = writers.stream().map(threads::submit).toList();
      budgets.add(month("application", wallet.toString(), 10_000_000));
      budgets.add(month("agent", "*", 10_000_000));
      for (BudgetId budget : budgets.subList(0, 1)) {
        for (int i = 0; i < 20; i++) {
          Granted slice = (Granted) lease(budget, 50);
          Booking paid =
              new Booking(budget.value(), slice.windowStart(), slice.lease(), new NanoUsd(50));
          ledger.book(
              parent, "utility", Attribution.NONE, house.clock.instant(), 50, 0, List.of(paid));
        }
      }
      for (Future<Boolean> one : running) {
        assertThat(one.get()).isTrue();
      }
    }
    house.clock.move(Duration.ofSeconds(10));
    assertThat(house.get(CountBudgets.class).count()).isEqualTo(2);
    assertThat(view(budgets.getFirst()).spent()).isEqualTo(new NanoUsd(725 + 120 * 93 + 20 * 50));
    assertThat(house.get(BudgetQueries.class).labels(house.approver, budgets.get(1), FIRST).items())
        .contains(new LabelSpend("agent-3", new NanoUsd(24 * 93), NanoUsd.ZERO))
        .hasSize(7);
  }
}

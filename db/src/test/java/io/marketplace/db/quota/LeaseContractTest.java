package io.marketplace.db.quota;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.TestDatabase;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.BudgetLeases.Recall;
import io.marketplace.model.quota.BudgetLeases.Recalls;
import io.marketplace.model.quota.LeaseAnswer;
import io.marketplace.model.quota.LeaseAnswer.Exhausted;
import io.marketplace.model.quota.LeaseAnswer.Granted;
import io.marketplace.model.quota.LeaseHolder;
import io.marketplace.model.quota.LeaseState;
import io.marketplace.model.quota.LeaseWish;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Slices of budgets on a real Postgres, as the gateway's own role. */
class LeaseContractTest {

  private static final AtomicLong NUMBERS = new AtomicLong();

  private static TestDatabase database;
  private static PGSimpleDataSource gateway;
  private static BudgetLeases leases;

  private final LeaseHolder one = new LeaseHolder(UUID.randomUUID(), UUID.randomUUID());
  private final LeaseHolder two = new LeaseHolder(UUID.randomUUID(), UUID.randomUUID());
  private final TenantId tenant = TenantId.create();

  @BeforeAll
  static void open() throws SQLException {
    database = TestDatabase.create();
    gateway = new PGSimpleDataSource();
    gateway.setUrl(database.url());
    gateway.setUser("marketplace_gateway");
    gateway.setPassword(database.password());
    leases = new JdbcBudgetLeases(gateway);
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  private BudgetId budget(String scopeType, String scopeId, String period, long cap)
      throws SQLException {
    BudgetId id = BudgetId.create();
    admin(
        "insert into tenant (id, slug, name) values ('%s', 't%s', 'T') on conflict do nothing"
            .formatted(tenant, tenant.toString().replace("-", "").substring(0, 31)));
    admin(
        """
        insert into budget (id, tenant_id, scope_type, scope_id, period, cap_nano, soft_percent, created_by)
        values ('%s', '%s', '%s', '%s', '%s', %d, 80, 'test')
        """
            .formatted(id, tenant, scopeType, scopeId, period, cap));
    return id;
  }

  private LeaseWish wish(
      BudgetId budget, LeaseHolder holder, @Nullable UUID current, long need, long want) {
    return new LeaseWish(
        tenant,
        budget,
        "",
        holder,
        next(),
        UUID.randomUUID(),
        current,
        new NanoUsd(need),
        new NanoUsd(want),
        false);
  }

  /** Counts up, for questions and returns alike. */
  private static long next() {
    return NUMBERS.incrementAndGet();
  }

  private Granted granted(LeaseWish wish) {
    LeaseAnswer answer = leases.lease(wish);
    assertThat(answer).isInstanceOf(Granted.class);
    return (Granted) answer;
  }

  private static void admin(String sql) throws SQLException {
    database.execute(sql);
  }

  private static String one(String sql) throws SQLException {
    return database.one(sql);
  }

  private static String window(BudgetId budget) throws SQLException {
    return one(
        "select concat_ws(' ', leased_nano, settled_nano, cap_nano) from budget_window where budget_id = '"
            + budget
            + "'");
  }

  private void settle(TenantId as, UUID lease, long amount) throws SQLException {
    try (Connection connection = database.gateway();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select set_config('marketplace.tenant', '" + as + "', true)");
      statement.execute(
          "select settle_leases(array['%s']::uuid[], array[%d])".formatted(lease, amount));
      connection.commit();
    }
  }

  @Test
  void slicesShrinkWithTheRestAndNoneGoesBeyondTheCap() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    Granted first = granted(wish(budget, one, null, 10, 1_000));
    assertThat(first.amount()).isEqualTo(new NanoUsd(125));
    Granted more = granted(wish(budget, one, first.lease(), 10, 1_000));
    assertThat(more.lease()).isEqualTo(first.lease());
    assertThat(more.amount()).isEqualTo(new NanoUsd(109));
    assertThat(granted(wish(budget, two, null, 700, 700)).lease()).isNotEqualTo(first.lease());
    assertThat(leases.lease(wish(budget, two, null, 67, 67)))
        .isEqualTo(new Exhausted(new NanoUsd(66), false));
    assertThat(granted(wish(budget, two, null, 66, 1_000)).amount()).isEqualTo(new NanoUsd(66));
    assertThat(window(budget)).isEqualTo("1000 0 1000");
  }

  @Test
  void fiftyConnectionsAtOnceNeverTakeMoreThanTheCap() throws Exception {
    BudgetId budget = budget("tenant", tenant.toString(), "day", 1_000_000);
    List<Callable<Long>> takers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      LeaseHolder holder = new LeaseHolder(UUID.randomUUID(), UUID.randomUUID());
      takers.add(() -> takeUntilRefused(budget, holder));
    }
    long taken = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(50)) {
      for (Future<Long> future : threads.invokeAll(takers)) {
        taken += future.get();
      }
    }
    assertThat(taken).isLessThanOrEqualTo(1_000_000).isGreaterThan(1_000_000 - 3_000);
    assertThat(window(budget)).isEqualTo(taken + " 0 1000000");
    assertThat(one("select sum(granted_nano) from budget_lease where budget_id = '" + budget + "'"))
        .isEqualTo(Long.toString(taken));
  }

  /** Holds, settles or gives back what it takes; returns what it holds in the end. */
  private long takeUntilRefused(BudgetId budget, LeaseHolder holder) throws SQLException {
    long held = 0;
    UUID lease = null;
    while (true) {
      long need = ThreadLocalRandom.current().nextLong(1, 3_000);
      if (!(leases.lease(wish(budget, holder, lease, need, need * 8)) instanceof Granted slice)) {
        return held;
      }
      lease = slice.lease();
      held += slice.amount().value();
      if (ThreadLocalRandom.current().nextInt(8) == 0) {
        long unused = slice.amount().value() / 2;
        leases.giveBack(tenant, lease, next(), new NanoUsd(unused));
        held -= unused;
      }
    }
  }

  @Test
  void whatIsSettledIsCountedAndWhatIsUnusedComesBack() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    Granted slice = granted(wish(budget, one, null, 400, 400));
    settle(tenant, slice.lease(), 300);
    leases.giveBack(tenant, slice.lease(), next(), new NanoUsd(100));
    assertThat(window(budget)).isEqualTo("300 300 1000");
    Granted other = granted(wish(budget, two, null, 700, 700));
    assertThat(other.spentByOthers()).isEqualTo(new NanoUsd(300));
    assertThat(other.soft()).isEqualTo(new NanoUsd(800));
    assertRefused(
        ProblemCode.INTERNAL, () -> leases.giveBack(tenant, slice.lease(), next(), new NanoUsd(1)));
  }

  @Test
  void moreThanWasLeasedIsNeverSettled() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    UUID lease = granted(wish(budget, one, null, 100, 100)).lease();
    assertThat(failure(() -> settle(tenant, lease, 101))).contains("check constraint");
    assertThat(failure(() -> settle(tenant, UUID.randomUUID(), 1))).contains("does not exist");
    assertThat(window(budget)).isEqualTo("100 0 1000");
  }

  @Test
  void anotherTenantNeitherLeasesSettlesNorReturns() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    Granted slice = granted(wish(budget, one, null, 100, 100));
    TenantId stranger = TenantId.create();
    LeaseWish foreign =
        new LeaseWish(
            stranger,
            budget,
            "",
            two,
            1,
            UUID.randomUUID(),
            null,
            new NanoUsd(1),
            new NanoUsd(1),
            false);
    assertThat(leases.lease(foreign)).isEqualTo(new LeaseAnswer.Gone());
    assertThat(failure(() -> settle(stranger, slice.lease(), 1))).contains("does not exist");
    assertRefused(
        ProblemCode.INTERNAL, () -> leases.giveBack(stranger, slice.lease(), next(), NanoUsd.ZERO));
    assertThat(window(budget)).isEqualTo("100 0 1000");
  }

  @Test
  void aDeadReplicasLeaseComesBackWhenItsJournalIsWritten() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    UUID lease = granted(wish(budget, one, null, 600, 600)).lease();
    settle(tenant, lease, 250);
    assertThat(leases.release(one)).isEqualTo(NanoUsd.ZERO);
    LeaseHolder reborn = new LeaseHolder(one.journal(), UUID.randomUUID());
    granted(wish(budget, reborn, null, 50, 50));
    assertThat(leases.release(reborn)).isEqualTo(new NanoUsd(350));
    assertThat(leases.release(reborn)).isEqualTo(NanoUsd.ZERO);
    assertThat(window(budget)).isEqualTo("300 250 1000");
  }

  /** The question {@code number}, with a lease to be made of its own. */
  private LeaseWish question(
      BudgetId budget, long number, UUID fresh, @Nullable UUID current, long amount) {
    NanoUsd nano = new NanoUsd(amount);
    return new LeaseWish(tenant, budget, "", one, number, fresh, current, nano, nano, false);
  }

  @Test
  void anAnswerThatIsLostBehindTheCommitIsToldAgainAndGivenOnce() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    UUID fresh = UUID.randomUUID();
    BudgetLeases losing = new JdbcBudgetLeases(LostAnswers.of(gateway));
    assertRefused(
        ProblemCode.UNAVAILABLE, () -> losing.lease(question(budget, 1, fresh, null, 400)));
    assertThat(window(budget)).isEqualTo("400 0 1000");

    // Whoever asks again may need something else by then.
    Granted again = granted(question(budget, 1, fresh, null, 0));
    assertThat(again.lease()).isEqualTo(fresh);
    assertThat(again.amount()).isEqualTo(new NanoUsd(400));
    assertThat(window(budget)).isEqualTo("400 0 1000");

    assertRefused(
        ProblemCode.UNAVAILABLE,
        () -> losing.lease(question(budget, 2, UUID.randomUUID(), fresh, 100)));
    Granted more = granted(question(budget, 2, UUID.randomUUID(), fresh, 300));
    assertThat(more.lease()).isEqualTo(fresh);
    assertThat(more.amount()).isEqualTo(new NanoUsd(100));
    assertThat(granted(question(budget, 3, UUID.randomUUID(), fresh, 500)).amount())
        .isEqualTo(new NanoUsd(500));
    assertThat(window(budget)).isEqualTo("1000 0 1000");
  }

  @Test
  void aQuestionThatNeverArrivedIsAnsweredWhenItIsAskedAgain() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    assertThat(granted(question(budget, 1, UUID.randomUUID(), null, 0)).amount())
        .isEqualTo(NanoUsd.ZERO);
    assertThat(window(budget)).isEqualTo("0 0 1000");
  }

  @Test
  void aQuestionThatComesBehindALaterOneIsGivenNothing() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    UUID lease = granted(question(budget, 1, UUID.randomUUID(), null, 100)).lease();
    granted(question(budget, 3, UUID.randomUUID(), lease, 100));
    assertThat(granted(question(budget, 2, UUID.randomUUID(), lease, 100)).amount())
        .isEqualTo(NanoUsd.ZERO);
    assertThat(window(budget)).isEqualTo("200 0 1000");
  }

  @Test
  void aQuestionOfAnotherLifeIsAnotherQuestion() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    UUID lease = granted(question(budget, 1, UUID.randomUUID(), null, 100)).lease();
    LeaseHolder reborn = new LeaseHolder(one.journal(), UUID.randomUUID());
    NanoUsd nano = new NanoUsd(50);
    Granted other =
        granted(
            new LeaseWish(
                tenant, budget, "", reborn, 1, UUID.randomUUID(), lease, nano, nano, false));
    assertThat(other.lease()).isNotEqualTo(lease);
    assertThat(other.amount()).isEqualTo(nano);
  }

  @Test
  void whatIsGivenBackAgainBecauseTheAnswerWasLostIsGivenBackOnce() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    UUID lease = granted(wish(budget, one, null, 600, 600)).lease();
    BudgetLeases losing = new JdbcBudgetLeases(LostAnswers.of(gateway));
    assertRefused(
        ProblemCode.UNAVAILABLE, () -> losing.giveBack(tenant, lease, 1, new NanoUsd(200)));
    assertThat(window(budget)).isEqualTo("400 0 1000");
    leases.giveBack(tenant, lease, 1, new NanoUsd(200));
    assertThat(window(budget)).isEqualTo("400 0 1000");
    leases.giveBack(tenant, lease, 2, new NanoUsd(100));
    assertThat(window(budget)).isEqualTo("300 0 1000");
  }

  @Test
  void whoIsRefusedCallsBackWhatOthersHold() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    UUID held = granted(wish(budget, one, null, 900, 900)).lease();
    try (Recalls recalls = leases.listen()) {
      assertThat(recalls.await(Duration.ofMillis(10))).isEmpty();
      LeaseWish urgent =
          new LeaseWish(
              tenant,
              budget,
              "",
              two,
              next(),
              UUID.randomUUID(),
              null,
              new NanoUsd(200),
              new NanoUsd(200),
              true);
      assertThat(leases.lease(urgent)).isEqualTo(new Exhausted(new NanoUsd(100), true));
      assertThat(recalls.await(Duration.ofSeconds(5))).containsExactly(new Recall(budget, ""));
    }
    assertThat(leases.states(List.of(held, UUID.randomUUID())))
        .containsExactly(new LeaseState(held, true, new NanoUsd(800), NanoUsd.ZERO));
    leases.giveBack(tenant, held, next(), new NanoUsd(900));
    assertThat(leases.states(List.of(held)).getFirst().recalled()).isFalse();
    granted(wish(budget, two, null, 1_000, 1_000));
  }

  @Test
  void aRaiseHoldsUntilItsEnd() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "total", 100);
    admin(
        """
        insert into person (id, subject, username, display_name) values
          ('00000000-0000-7000-8000-00000000000a', 'raise-a', 'a', 'a') on conflict do nothing
        """);
    admin(
        """
        insert into budget_raise (id, tenant_id, budget_id, cap_nano, until, reason, state, requested_by, requested_by_name)
        values (gen_random_uuid(), '%s', '%s', 150, clock_timestamp() + interval '1500 ms', 'peak', 'approved',
          '00000000-0000-7000-8000-00000000000a', 'a')
        """
            .formatted(tenant, budget));
    Granted raised = granted(wish(budget, one, null, 120, 120));
    assertThat(raised.valid()).isLessThanOrEqualTo(Duration.ofMillis(1500));
    admin("update budget_raise set until = clock_timestamp() where budget_id = '" + budget + "'");
    assertThat(leases.lease(wish(budget, one, raised.lease(), 1, 1)))
        .isEqualTo(new Exhausted(NanoUsd.ZERO, false));
    assertThat(window(budget)).isEqualTo("120 0 120");
    leases.giveBack(tenant, raised.lease(), next(), new NanoUsd(50));
    assertThat(window(budget)).isEqualTo("70 0 100");
  }

  @Test
  void crossingTheSoftLineIsToldOnce() throws SQLException {
    BudgetId budget = budget("tenant", tenant.toString(), "month", 1_000);
    UUID lease = granted(wish(budget, one, null, 1_000, 1_000)).lease();
    settle(tenant, lease, 799);
    String signals = "select count(*) from budget_signal where budget_id = '" + budget + "'";
    assertThat(one(signals)).isEqualTo("0");
    settle(tenant, lease, 1);
    settle(tenant, lease, 100);
    assertThat(one(signals)).isEqualTo("1");
  }

  @Test
  void theGatewayHasNoOtherWayToTheMoney() {
    for (String statement :
        List.of(
            "update marketplace.budget_window set settled_nano = 0",
            "select * from marketplace.budget",
            "delete from marketplace.budget_lease")) {
      assertThat(
              failure(
                  () -> {
                    try (Connection connection = database.gateway();
                        Statement run = connection.createStatement()) {
                      run.execute(statement);
                    }
                  }))
          .contains("permission denied");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "month, Europe/Zurich, 2026-03-31T22:30:00Z, 2026-03-31T22:00:00Z, 2026-04-30T22:00:00Z",
    "month, UTC, 2028-02-29T23:59:59Z, 2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z",
    "day, Europe/Zurich, 2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "week, UTC, 2027-01-03T23:00:00Z, 2026-12-28T00:00:00Z, 2027-01-04T00:00:00Z",
    "day, Pacific/Kiritimati, 2026-11-22T11:00:00Z, 2026-11-22T10:00:00Z, 2026-11-23T10:00:00Z",
  })
  void windowsFollowTheCalendarOfTheirZone(
      String period, String zone, String at, String starts, String ends) throws SQLException {
    assertThat(
            one(
                """
                select starts = '%s' and ends = '%s' from budget_window_at('%s', '%s', '%s')
                """
                    .formatted(starts, ends, period, zone, at)))
        .isEqualTo("t");
  }

  private interface Statements {
    void run() throws SQLException;
  }

  private static String failure(Statements statements) {
    try {
      statements.run();
    } catch (SQLException e) {
      return String.valueOf(e.getMessage());
    }
    return "";
  }
}

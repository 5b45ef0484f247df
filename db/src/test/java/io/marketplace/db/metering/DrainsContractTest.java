package io.marketplace.db.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.TestDatabase;
import io.marketplace.db.quota.JdbcBudgetLeases;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.Booking;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.UsageBatch;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.LeaseAnswer;
import io.marketplace.model.quota.LeaseHolder;
import io.marketplace.model.quota.LeaseWish;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Several gateways that book into the same hours and the same budget at once. */
class DrainsContractTest {

  private static final int DRAINS = 8;
  private static final int BATCHES = 12;
  private static final int ROWS = 60;
  private static final long COST = 3;
  private static final Instant HOUR = Instant.parse("2026-11-01T10:00:00Z");

  private static TestDatabase database;
  private static PGSimpleDataSource gateway;

  private final TenantId tenant = TenantId.create();
  private final TeamId team = TeamId.create();
  private final KeyId key = KeyId.create();
  private final List<ApplicationId> applications =
      List.of(ApplicationId.create(), ApplicationId.create(), ApplicationId.create());

  @BeforeAll
  static void open() throws SQLException {
    database = TestDatabase.create();
    gateway = new PGSimpleDataSource();
    gateway.setUrl(database.url());
    gateway.setUser("marketplace_gateway");
    gateway.setPassword(database.password());
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  private static void admin(String command) throws SQLException {
    database.execute(command);
  }

  private String one(String query) throws SQLException {
    return database.one(query + " where tenant_id = '" + tenant + "'");
  }

  /** One of the gateways' slices of a budget that all of them share. */
  private Booking slice(BudgetId budget) {
    LeaseAnswer answer =
        new JdbcBudgetLeases(gateway)
            .lease(
                new LeaseWish(
                    tenant,
                    budget,
                    "",
                    new LeaseHolder(UUID.randomUUID(), UUID.randomUUID()),
                    1,
                    UUID.randomUUID(),
                    null,
                    new NanoUsd(1_000_000),
                    new NanoUsd(1_000_000),
                    false));
    if (answer instanceof LeaseAnswer.Granted granted) {
      return new Booking(budget.value(), granted.windowStart(), granted.lease(), new NanoUsd(COST));
    }
    throw new AssertionError("no lease: " + answer);
  }

  private UsageBatch batch(Random random, Booking slice) {
    List<UsageRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Instant at = HOUR.plus(Duration.ofMinutes(random.nextInt(180)));
      ApplicationId application = applications.get(random.nextInt(applications.size()));
      rows.add(row(application, "agent-" + random.nextInt(5), at, slice));
    }
    return new UsageBatch(tenant, rows, List.of(), List.of(), List.of());
  }

  private UsageRow row(ApplicationId application, String agent, Instant at, Booking slice) {
    return new UsageRow(
        CallId.create(),
        at,
        new CallOwner(tenant, team, application, key),
        "utility",
        "utility",
        new Attribution(agent, null, null, null),
        null,
        Sensitivity.INTERNAL,
        null,
        new TokenCount(10, 4, 6, 2, TokenCount.Source.UPSTREAM),
        1,
        new NanoUsd(COST),
        "bypass",
        200,
        "answered",
        true,
        1,
        Math.floorMod(at.hashCode(), 900) + 1,
        20.0,
        "g",
        List.of(slice),
        NanoUsd.ZERO,
        null,
        List.of());
  }

  @Test
  void noneLosesACountBlocksAnotherOrBooksTwice() throws Exception {
    BudgetId budget = BudgetId.create();
    admin(
        "insert into tenant (id, slug, name) values ('%s', 't%s', 'T')"
            .formatted(tenant, tenant.toString().replace("-", "").substring(0, 31)));
    admin(
        "insert into budget (id, tenant_id, scope_type, scope_id, period, cap_nano, created_by)"
            + " values ('%s', '%s', 'tenant', '%s', 'total', 1000000000, 'test')"
                .formatted(budget, tenant, tenant));
    List<List<UsageBatch>> loads = new ArrayList<>();
    for (int drain = 0; drain < DRAINS; drain++) {
      Random random = new Random(drain);
      Booking slice = slice(budget);
      List<UsageBatch> load = new ArrayList<>();
      for (int i = 0; i < BATCHES; i++) {
        load.add(batch(random, slice));
      }
      loads.add(load);
    }
    List<Callable<Boolean>> drains = new ArrayList<>();
    for (int drain = 0; drain < DRAINS; drain++) {
      List<UsageBatch> own = loads.get(drain);
      // what a gateway wrote before it died, again, while its neighbour writes the very same
      List<UsageBatch> again = loads.get((drain + 1) % DRAINS).subList(0, BATCHES / 2);
      drains.add(() -> write(own));
      drains.add(() -> write(again));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(drains.size())) {
      for (Future<Boolean> drain : threads.invokeAll(drains)) {
        assertThat(drain.get()).isTrue();
      }
    }
    long calls = (long) DRAINS * BATCHES * ROWS;
    String all = Long.toString(calls);
    assertThat(one("select count(*) from usage_row")).isEqualTo(all);
    assertThat(
            one(
                "select concat_ws(' ', sum(requests), sum(answered), sum(prompt_tokens),"
                    + " sum(cached_tokens), sum(completion_tokens), sum(reasoning_tokens), sum(images),"
                    + " sum(cost_nano)) from usage_hour"))
        .isEqualTo(
            "%1$d %1$d %2$d %3$d %4$d %5$d %1$d %6$d"
                .formatted(calls, 10 * calls, 4 * calls, 6 * calls, 2 * calls, COST * calls));
    assertThat(one("select count(*) from usage_hour")).isEqualTo("45");
    assertThat(
            one(
                "select concat_ws(' ', sum(calls) filter (where measure = 'whole'),"
                    + " sum(calls) filter (where measure = 'first-byte')) from speed_sum"))
        .isEqualTo(all + " " + all);
    assertThat(one("select settled_nano from budget_window"))
        .isEqualTo(Long.toString(COST * calls));
  }

  private static boolean write(List<UsageBatch> batches) {
    JdbcUsageWriter writer = new JdbcUsageWriter(gateway);
    batches.forEach(writer::write);
    return true;
  }
}

package io.marketplace.db.metering;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.TestDatabase;
import io.marketplace.db.snapshot.JdbcGatewayStore;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TeamId;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.metering.Attribution;
import io.marketplace.model.metering.CallDecision;
import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.CallOwner;
import io.marketplace.model.metering.DecidedCall;
import io.marketplace.model.metering.ServedBy;
import io.marketplace.model.metering.TokenCount;
import io.marketplace.model.metering.TraceChunk;
import io.marketplace.model.metering.UsageBatch;
import io.marketplace.model.metering.UsageRow;
import io.marketplace.model.policy.Sensitivity;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.PoolId;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.snapshot.ConfigurationSource.ChangeNotices;
import io.marketplace.model.snapshot.GatewayStore;
import io.marketplace.model.snapshot.PoolSighting;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What the gateway asks of the database, as the gateway's own role. */
class GatewayStoreContractTest {

  private static TestDatabase database;
  private static GatewayStore store;

  private final TenantId tenant = TenantId.create();
  private final ApplicationId application = ApplicationId.create();
  private final CallId call = CallId.create();
  private final Instant startedAt = Instant.parse("2026-11-01T10:00:00.123456Z");

  @BeforeAll
  static void open() throws SQLException {
    database = TestDatabase.create();
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(database.url());
    dataSource.setUser("marketplace_gateway");
    dataSource.setPassword(database.password());
    store =
        ServiceLoader.load(GatewayStore.Opener.class).findFirst().orElseThrow().open(dataSource);
    assertThat(ServiceLoader.load(GatewayStore.Opener.class).findFirst())
        .containsInstanceOf(JdbcGatewayStore.class);
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  private UsageRow row() {
    return new UsageRow(
        call,
        startedAt,
        new CallOwner(tenant, TeamId.create(), application, KeyId.create()),
        "utility",
        "utility",
        new Attribution("agent", null, null, "case"),
        null,
        Sensitivity.INTERNAL,
        new ServedBy(PoolId.create(), ProviderId.create(), "m", 3),
        new TokenCount(10, 4, 3, TokenCount.Source.UPSTREAM),
        0,
        new NanoUsd(3_300),
        "bypass",
        200,
        "answered",
        true,
        2,
        12.5,
        null,
        "r1",
        List.of(),
        NanoUsd.ZERO,
        null,
        List.of());
  }

  private UsageBatch batch() {
    return new UsageBatch(
        tenant, List.of(row()), List.of(TraceChunk.of(List.of(decided()))), List.of(), List.of());
  }

  private DecidedCall decided() {
    return new DecidedCall(
        call,
        startedAt,
        tenant,
        application,
        "utility",
        200,
        "answered",
        List.of(new CallDecision("a/Step", "done", List.of("name", "\"value\""), 12)));
  }

  private static void admin(String sql) throws SQLException {
    database.execute(sql);
  }

  private static String one(String sql) throws SQLException {
    return database.one(sql);
  }

  @Test
  void aBatchWrittenTwiceStandsOnce() throws SQLException {
    UsageBatch batch = batch();
    store.usage().write(batch);
    store.usage().write(batch);
    assertThat(one("select count(*) from usage_row where request_id = '" + call + "'"))
        .isEqualTo("1");
    assertThat(
            one(
                "select concat_ws(' ', cost_nano, cached_tokens, attempts, agent, price_version, token_source)"
                    + " from usage_row where request_id = '"
                    + call
                    + "'"))
        .isEqualTo("3300 4 2 agent 3 upstream");
  }

  @Test
  void aRowOfAnotherTenantIsRefusedWithTheWholeBatch() throws SQLException {
    UsageBatch mixed =
        new UsageBatch(TenantId.create(), List.of(row()), List.of(), List.of(), List.of());
    assertRefused(ProblemCode.INTERNAL, () -> store.usage().write(mixed));
    assertThat(one("select count(*) from usage_row where request_id = '" + call + "'"))
        .isEqualTo("0");
  }

  @Test
  void aTraceIsFoundByItsApplicationAlone() {
    store.usage().write(batch());
    assertThat(store.traces().find(tenant, application, call)).contains(decided().json());
    assertThat(store.traces().find(tenant, ApplicationId.create(), call)).isEmpty();
    assertThat(store.traces().find(TenantId.create(), application, call)).isEmpty();
  }

  @Test
  void aChangeOfConfigurationIsNoticedAndRaisesTheVersion() throws SQLException {
    try (ChangeNotices notices = store.configuration().listen()) {
      long before = store.configuration().version();
      assertThat(notices.await(Duration.ofMillis(20))).isFalse();
      admin("insert into tenant (id, slug, name) values ('" + tenant + "', 'noticed', 'Noticed')");
      assertThat(notices.await(Duration.ofSeconds(5))).isTrue();
      assertThat(store.configuration().version()).isGreaterThan(before);
      assertThat(store.configuration().read()).contains("\"slug\": \"noticed\"");
    }
  }

  @Test
  void sightingsOfAPoolThatIsGoneHoldUpNoOther() throws SQLException {
    Instant now = Instant.now();
    store.sightings().replicaSeen("r9", "http://g", now, 5);
    assertThat(store.sightings().replicaSeen("r9", "http://g", now, 6)).contains("r9");
    store
        .sightings()
        .poolsSeen("r9", List.of(new PoolSighting(PoolId.create(), now, true, 1, null, 2.0)));
    assertThat(one("select snapshot_version from gateway_replica where replica = 'r9'"))
        .isEqualTo("6");
  }
}

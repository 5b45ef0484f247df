package io.marketplace.db.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.CallLimit;
import io.marketplace.model.quota.LimitId;
import io.marketplace.model.quota.LimitQueries;
import io.marketplace.model.quota.LimitScope;
import io.marketplace.model.quota.LimitSighting;
import io.marketplace.model.quota.LimitTerms;
import io.marketplace.model.quota.LimitUse;
import io.marketplace.model.quota.PutLimit;
import io.marketplace.model.quota.RemoveLimit;
import io.marketplace.model.snapshot.GatewayStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.ds.PGSimpleDataSource;

/** What gateways read and tell of limits, as the gateway's own role. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LimitSightingContractTest {

  private Enterprise e;
  private GatewayStore store;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(e.database.url());
    source.setUser("marketplace_gateway");
    source.setPassword(e.database.password());
    store = ServiceLoader.load(GatewayStore.Opener.class).findFirst().orElseThrow().open(source);
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  private CallLimit limit(String application) {
    return e.get(PutLimit.class)
        .put(
            e.approver,
            new LimitScope.OfApplication(e.application(application)),
            Optional.empty(),
            new LimitTerms(Optional.of(7L), Optional.empty(), Optional.of(3), Optional.empty()),
            OptionalInt.empty());
  }

  private Optional<LimitUse> use(CallLimit limit) {
    return e.get(LimitQueries.class).limit(e.developer, limit.id()).use();
  }

  private static LimitSighting seen(LimitId limit, TenantId tenant, long requests, int inFlight) {
    return new LimitSighting(limit, tenant, requests, 10 * requests, 1, inFlight);
  }

  @Test
  void aLimitReachesTheGatewaysWithItsNotice() {
    long before = store.configuration().version();
    CallLimit limit = limit("noticed");
    assertThat(store.configuration().version()).isGreaterThan(before);
    assertThat(store.configuration().read())
        .contains(limit.id().toString(), "\"requestsPerMinute\": 7");
    long with = store.configuration().version();
    e.get(RemoveLimit.class).remove(e.approver, limit.id());
    assertThat(store.configuration().version()).isGreaterThan(with);
    assertThat(store.configuration().read()).doesNotContain(limit.id().toString());
  }

  @Test
  void whatAllGatewaysTellIsSummedAndWhatOneToldBeforeReplaced() throws SQLException {
    CallLimit limit = limit("used");
    long version = store.configuration().version();
    store.limits().limitsSeen("g1", List.of(seen(limit.id(), e.retail, 99, 9)));
    store.limits().limitsSeen("g1", List.of(seen(limit.id(), e.retail, 4, 1)));
    store.limits().limitsSeen("g2", List.of(seen(limit.id(), e.retail, 2, 2)));

    assertThat(use(limit))
        .hasValueSatisfying(
            use -> {
              assertThat(use.requests()).isEqualTo(6);
              assertThat(use.tokens()).isEqualTo(60);
              assertThat(use.refused()).isEqualTo(2);
              assertThat(use.inFlight()).isEqualTo(3);
            });
    assertThat(store.configuration().version()).as("use is no configuration").isEqualTo(version);
    old("g2", Duration.ofMinutes(1));
    assertThat(use(limit)).map(LimitUse::requests).contains(4L);
    old("g1", Duration.ofMinutes(1));
    assertThat(use(limit)).isEmpty();
  }

  private void old(String replica, Duration by) throws SQLException {
    e.database.execute(
        "update limit_use set at = at - interval '%d seconds' where replica = '%s'"
            .formatted(by.toSeconds(), replica));
  }

  @Test
  void aLimitThatIsGoneOrAnotherTenantsHoldsUpNoOther() {
    CallLimit limit = limit("mixed");
    CallLimit gone = limit("gone");
    e.get(RemoveLimit.class).remove(e.approver, gone.id());
    store
        .limits()
        .limitsSeen(
            "g3",
            List.of(
                seen(gone.id(), e.retail, 1, 0),
                seen(limit.id(), e.capital, 50, 0),
                seen(limit.id(), e.retail, 3, 0)));
    assertThat(use(limit)).map(LimitUse::requests).contains(3L);
  }
}

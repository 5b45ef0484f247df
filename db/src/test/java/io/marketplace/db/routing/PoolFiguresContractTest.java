package io.marketplace.db.routing;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marketplace.db.Enterprise;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.routing.Dialect;
import io.marketplace.model.routing.PlatformKpis;
import io.marketplace.model.routing.Pool;
import io.marketplace.model.routing.PoolForm;
import io.marketplace.model.routing.PoolModelForm;
import io.marketplace.model.routing.PoolStatus;
import io.marketplace.model.routing.PriceForm;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.ProviderId;
import io.marketplace.model.routing.RegisterPool;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.routing.RoutingQueries;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What probes tell of pools. */
class PoolFiguresContractTest {

  @Test
  void probesOfAllReplicasAreTakenTogetherAndOldOnesForgotten() throws SQLException {
    try (Enterprise house = new Enterprise()) {
      ProviderId provider =
          house
              .get(RegisterProvider.class)
              .register(house.admin, new ProviderForm("p", "EU", List.of(), Map.of()))
              .id();
      Pool busy = pool(house, provider, "busy", Optional.of(8));
      Pool down = pool(house, provider, "down", Optional.empty());
      pool(house, provider, "silent", Optional.of(4));
      probe(house, busy, "g1", "10 seconds", true, 3, 20);
      probe(house, busy, "g1", "20 seconds", false, 0, 0);
      probe(house, busy, "g2", "5 seconds", true, 1, 40);
      probe(house, busy, "g3", "10 minutes", false, 9, 0);
      probe(house, down, "g1", "5 seconds", false, 0, 0);
      probe(house, down, "g1", "2 hours", true, 0, 10);

      List<PoolStatus> statuses =
          house.get(RoutingQueries.class).statuses(house.developer, PageRequest.first(10)).items();

      assertThat(statuses).extracting(PoolStatus::name).containsExactly("busy", "down", "silent");
      PoolStatus first = statuses.getFirst();
      assertThat(first.up()).contains(true);
      assertThat(first.uptime()).contains(0.5);
      assertThat(first.inFlight()).isEqualTo(4);
      assertThat(first.utilisation()).contains(0.5);
      assertThat(first.latencyMs()).contains(30.0);
      assertThat(first.lastSeen()).isPresent();
      assertThat(statuses.get(1).up()).contains(false);
      assertThat(statuses.get(1).utilisation()).isEmpty();
      assertThat(statuses.get(1).lastSeen()).isPresent();
      assertThat(statuses.get(2).up()).isEmpty();
      assertThat(statuses.get(2).uptime()).isEmpty();

      PlatformKpis kpis = house.get(RoutingQueries.class).kpis(house.admin);
      assertThat(kpis.uptime().orElseThrow()).isEqualTo(0.5, within(1e-9));
      assertThat(kpis.utilisation().orElseThrow()).isEqualTo(4.0 / 12, within(1e-9));
      assertThat(kpis.tokens()).isZero();
      assertThat(kpis.costPerMillion()).isEmpty();
      assertRefused(
          ProblemCode.FORBIDDEN, () -> house.get(RoutingQueries.class).kpis(house.developer));
    }
  }

  private static Pool pool(
      Enterprise house, ProviderId provider, String name, Optional<Integer> capacity) {
    return house
        .get(RegisterPool.class)
        .register(
            house.admin,
            new PoolForm(
                name,
                provider,
                "vllm",
                Dialect.OPENAI,
                List.of("http://127.0.0.1:1"),
                Optional.empty(),
                capacity,
                List.of(
                    new PoolModelForm(
                        "m",
                        PriceForm.of(NanoUsd.ZERO, NanoUsd.ZERO),
                        Optional.empty(),
                        Optional.empty()))));
  }

  private static void probe(
      Enterprise house, Pool pool, String replica, String ago, boolean up, int inFlight, int ms)
      throws SQLException {
    try (Connection gateway = house.database.gateway();
        Statement statement = gateway.createStatement()) {
      statement.execute(
          "insert into marketplace.pool_probe (pool_id, replica, at, up, in_flight, latency_ms)"
              + " values ('%s', '%s', now() - interval '%s', %s, %d, %d)"
                  .formatted(pool.id(), replica, ago, up, inFlight, ms));
    }
  }
}

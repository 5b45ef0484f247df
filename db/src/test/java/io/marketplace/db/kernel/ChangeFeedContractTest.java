package io.marketplace.db.kernel;

import static io.marketplace.db.Enterprise.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marketplace.db.Enterprise;
import io.marketplace.model.access.RequestAccess;
import io.marketplace.model.catalogue.Tier;
import io.marketplace.model.kernel.ChangeFeed;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Topic;
import io.marketplace.model.metering.RemoveOldCalls;
import io.marketplace.model.metering.RetentionDays;
import io.marketplace.model.metering.SetRetention;
import io.marketplace.model.routing.ProviderForm;
import io.marketplace.model.routing.RegisterProvider;
import io.marketplace.model.tenant.CreateTeam;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChangeFeedContractTest {

  private Enterprise e;
  private int count;

  @BeforeAll
  void start() throws SQLException {
    e = new Enterprise();
  }

  @AfterAll
  void stop() throws SQLException {
    e.close();
  }

  @Test
  void tellsChangesAlsoAfterAnOutage() throws SQLException, InterruptedException {
    BlockingQueue<Optional<TenantId>> told = new LinkedBlockingQueue<>();
    try (PostgresChangeFeed feed =
            new PostgresChangeFeed(e.database.url(), "marketplace_portal", e.database.password());
        ChangeFeed.Subscription broken =
            feed.subscribe(
                (topic, tenant) -> {
                  throw new IllegalStateException("a listener that fails harms no other");
                });
        ChangeFeed.Subscription subscription =
            feed.subscribe(
                (topic, tenant) -> {
                  if (topic == Topic.ACCESS) {
                    told.add(tenant);
                  }
                })) {
      awaitListening();
      ask();
      assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo(Optional.of(e.retail));
      cut();
      assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(Optional.empty());
      ask();
      assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo(Optional.of(e.retail));
      assertThat(List.of(broken, subscription)).doesNotContainNull();
    }
  }

  @Test
  void tellsEachTopicOfItsOwnTables() throws SQLException, InterruptedException {
    BlockingQueue<Topic> told = new LinkedBlockingQueue<>();
    try (PostgresChangeFeed feed =
            new PostgresChangeFeed(e.database.url(), "marketplace_portal", e.database.password());
        ChangeFeed.Subscription subscription = feed.subscribe((topic, tenant) -> told.add(topic))) {
      awaitListening();
      e.get(RegisterProvider.class)
          .register(e.admin, new ProviderForm("Feed provider", "EU", List.of(), Map.of()));
      assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo(Topic.ROUTING);
      e.get(CreateTeam.class).create(e.admin, e.capital, "feed", "Feed");
      assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo(Topic.TENANTS);
      e.database.execute("notify marketplace_events, 'a-topic-of-tomorrow:'");
      e.database.execute("update marketplace.model_card set version = version");
      assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo(Topic.CATALOGUE);
      var unused =
          e.get(SetRetention.class)
              .set(
                  e.approver,
                  e.retail,
                  Optional.of(new RetentionDays(RetentionDays.LEAST)),
                  OptionalInt.empty());
      assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo(Topic.RETENTION);
      e.get(RemoveOldCalls.class).remove();
      assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo(Topic.RETENTION);
      assertThat(subscription).isNotNull();
    }
  }

  private void ask() {
    e.get(RequestAccess.class)
        .request(e.developer, e.application("feed " + ++count), terms(Tier.UTILITY));
  }

  private void awaitListening() {
    await("somebody who listens").until(() -> onListeners("count(*)") > 0);
  }

  private void cut() throws SQLException {
    assertThat(onListeners("count(pg_terminate_backend(pid))")).isPositive();
  }

  private long onListeners(String what) throws SQLException {
    return e.database.number(
        "select "
            + what
            + " from pg_stat_activity where datname = current_database()"
            + " and query = 'listen marketplace_events'");
  }
}

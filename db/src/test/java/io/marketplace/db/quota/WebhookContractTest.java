package io.marketplace.db.quota;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetSignal;
import io.marketplace.model.quota.DeliverSignals;
import io.marketplace.model.quota.SetWebhook;
import io.marketplace.model.quota.SetWebhook.SetUp;
import io.marketplace.model.quota.WebhookSender;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks of budgets' signals on a real database, with a receiver in memory. */
class WebhookContractTest {

  /** A receiver that takes what comes, or not. */
  private static final class Receiver implements WebhookSender {
    final List<String> got = new ArrayList<>();
    boolean open = true;

    @Override
    public Sent send(String url, String secret, BudgetSignal signal) {
      got.add(url + " " + secret + " " + signal.kind());
      return new Sent(open, open ? "status 204" : "status 503");
    }
  }

  private final Receiver receiver = new Receiver();
  private Enterprise house;

  @BeforeEach
  void open() throws SQLException {
    house = new Enterprise();
    house.marketplace.with(WebhookSender.class, receiver);
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  private SetUp set(String url, boolean newSecret) {
    return house.get(SetWebhook.class).set(house.approver, Optional.empty(), url, newSecret);
  }

  private void signal(Object tenant) throws SQLException {
    try (Connection admin = house.database.admin();
        Statement statement = admin.createStatement()) {
      statement.execute(
          """
          insert into budget_signal (tenant_id, budget_id, label, window_start, kind, spent_nano, cap_nano)
          values ('%s', gen_random_uuid(), '', now(), 'soft', 8, 10)
          """
              .formatted(tenant));
    }
  }

  private int deliver() {
    return house.get(DeliverSignals.class).deliver();
  }

  @Test
  void aSignalIsToldOnceToTheTenantsOwnWebhook() throws SQLException {
    SetUp done = set("http://localhost:9/hook", false);
    String secret = done.secret().orElseThrow();
    signal(house.retail);
    signal(house.capital);
    assertThat(deliver()).isEqualTo(1);
    assertThat(deliver()).isZero();
    assertThat(receiver.got).containsExactly("http://localhost:9/hook " + secret + " soft");
  }

  @Test
  void whatDoesNotArriveIsTriedAgainLaterAndLater() throws SQLException {
    var unused = set("http://localhost:9/hook", false);
    signal(house.retail);
    receiver.open = false;
    assertThat(deliver()).isZero();
    assertThat(deliver()).isZero();
    assertThat(receiver.got).hasSize(1);
    house.clock.move(Duration.ofSeconds(11));
    assertThat(deliver()).isZero();
    house.clock.move(Duration.ofSeconds(11));
    assertThat(deliver()).isZero();
    assertThat(receiver.got).hasSize(2);
    receiver.open = true;
    house.clock.move(Duration.ofSeconds(10));
    assertThat(deliver()).isEqualTo(1);
    assertThat(receiver.got).hasSize(3);
  }

  @Test
  void theSecretIsShownOnceAndStaysUntilAnotherIsAskedFor() throws SQLException {
    String first = set("http://localhost:9/one", false).secret().orElseThrow();
    assertThat(set("http://localhost:9/two", false).secret()).isEmpty();
    signal(house.retail);
    assertThat(deliver()).isEqualTo(1);
    assertThat(receiver.got.getLast()).isEqualTo("http://localhost:9/two " + first + " soft");
    assertThat(set("http://localhost:9/two", true).secret())
        .isPresent()
        .isNotEqualTo(Optional.of(first));
  }

  @Test
  void addressesAndPeopleAreChecked() {
    SetWebhook webhooks = house.get(SetWebhook.class);
    assertRefused(ProblemCode.INVALID_REQUEST, () -> set("ftp://example.com", false));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> set("", false));
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> webhooks.set(house.developer, Optional.empty(), "http://localhost:9/", false));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () ->
            webhooks.set(
                house.otherApprover, Optional.of(house.retail), "http://localhost:9/", false));
    assertRefused(ProblemCode.NOT_FOUND, () -> webhooks.remove(house.approver, Optional.empty()));
    var unused = set("http://localhost:9/hook", false);
    assertThat(webhooks.read(house.approver, Optional.empty())).isPresent();
    assertThat(webhooks.read(house.otherApprover, Optional.empty())).isEmpty();
    webhooks.remove(house.approver, Optional.empty());
    assertThat(webhooks.read(house.approver, Optional.empty())).isEmpty();
  }
}

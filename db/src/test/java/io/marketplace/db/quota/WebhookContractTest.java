package io.marketplace.db.quota;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marketplace.db.Enterprise;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetSignal;
import io.marketplace.model.quota.DeliverSignals;
import io.marketplace.model.quota.Delivery;
import io.marketplace.model.quota.DeliveryState;
import io.marketplace.model.quota.SetWebhook;
import io.marketplace.model.quota.SetWebhook.SetUp;
import io.marketplace.model.quota.TestWebhook;
import io.marketplace.model.quota.WebhookSender;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    Runnable meanwhile = () -> {};

    @Override
    public Sent send(String url, String secret, BudgetSignal signal) {
      got.add(url + " " + secret + " " + signal.kind());
      return new Sent(open, open ? "status 204" : "status 503");
    }

    @Override
    public Sent test(String url, String secret, TenantId tenant, Instant at) {
      got.add(url + " " + secret + " test of " + tenant);
      meanwhile.run();
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
    house.database.execute(
        """
        insert into budget_signal (tenant_id, budget_id, label, window_start, kind, spent_nano, cap_nano)
        values ('%s', gen_random_uuid(), '', now(), 'soft', 8, 10)
        """
            .formatted(tenant));
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
  void aTestIsSignedLikeASignalAndSaysWhatCame() {
    String secret = set("http://localhost:9/hook?sig=s3cret", false).secret().orElseThrow();
    TestWebhook tests = house.get(TestWebhook.class);
    assertThat(tests.send(house.approver, Optional.empty()))
        .isEqualTo(new WebhookSender.Sent(true, "status 204"));
    receiver.open = false;
    assertThat(tests.send(house.admin, Optional.of(house.retail)).arrived()).isFalse();
    assertThat(receiver.got)
        .containsExactly(
            "http://localhost:9/hook?sig=s3cret " + secret + " test of " + house.retail,
            "http://localhost:9/hook?sig=s3cret " + secret + " test of " + house.retail);
    assertThat(deliver()).isZero();
  }

  @Test
  void aWebhookThatGoesWhileItIsTestedLeavesItsTestInTheAudit() throws SQLException {
    var unused = set("http://localhost:9/hook", false);
    receiver.meanwhile = () -> house.get(SetWebhook.class).remove(house.approver, Optional.empty());
    assertThat(house.get(TestWebhook.class).send(house.approver, Optional.empty()).arrived())
        .isTrue();
    assertThat(audit()).contains("webhook.removed", "webhook.tested");
  }

  @Test
  void onlyApproversAndAdministratorsTestOrReadDeliveries() {
    TestWebhook tests = house.get(TestWebhook.class);
    SetWebhook webhooks = house.get(SetWebhook.class);
    PageRequest page = PageRequest.first(5);
    assertRefused(ProblemCode.NOT_FOUND, () -> tests.send(house.approver, Optional.empty()));
    var unused = set("http://localhost:9/hook", false);
    assertRefused(ProblemCode.FORBIDDEN, () -> tests.send(house.developer, Optional.empty()));
    assertRefused(
        ProblemCode.FORBIDDEN, () -> webhooks.deliveries(house.auditor, Optional.empty(), page));
    assertRefused(
        ProblemCode.NOT_FOUND, () -> tests.send(house.otherApprover, Optional.of(house.retail)));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> webhooks.deliveries(house.otherApprover, Optional.of(house.retail), page));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> webhooks.deliveries(house.admin, Optional.empty(), page));
    assertThat(receiver.got).isEmpty();
  }

  @Test
  void deliveriesTellHowFarSignalsHaveCome() throws SQLException {
    var unused = set("http://localhost:9/hook", false);
    signal(house.retail);
    signal(house.capital);
    receiver.open = false;
    assertThat(deliver()).isZero();
    Delivery waiting = deliveries().getFirst();
    assertThat(deliveries()).hasSize(1);
    assertThat(waiting.signal().tenant()).isEqualTo(house.retail);
    assertThat(waiting.state()).isEqualTo(DeliveryState.WAITING);
    assertThat(waiting.attempts()).isEqualTo(1);
    assertThat(waiting.answer()).contains("status 503");
    assertThat(waiting.nextAt().orElseThrow())
        .isCloseTo(house.clock.instant().plusSeconds(10), within(1, ChronoUnit.MILLIS));
    receiver.open = true;
    house.clock.move(Duration.ofSeconds(11));
    assertThat(deliver()).isEqualTo(1);
    Delivery done = deliveries().getFirst();
    assertThat(done.state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(done.deliveredAt().orElseThrow())
        .isCloseTo(house.clock.instant(), within(1, ChronoUnit.MILLIS));
    assertThat(done.nextAt()).isEmpty();
    assertThat(done.answer()).contains("status 204");
  }

  @Test
  void theAuditHasTheHostAlone() throws SQLException {
    var first = set("http://localhost:9/services/p4thtoken?sig=qu3ry", false);
    var second = set("http://localhost:9/services/p4thtoken?sig=other", false);
    assertThat(house.get(TestWebhook.class).send(house.approver, Optional.empty()).arrived())
        .isTrue();
    house.get(SetWebhook.class).remove(house.approver, Optional.empty());
    assertThat(audit())
        .contains("webhook.set", "webhook.tested", "webhook.removed", "localhost:9")
        .doesNotContain("p4thtoken")
        .doesNotContain("qu3ry")
        .doesNotContain(first.secret().orElseThrow());
    assertThat(second.secret()).isEmpty();
  }

  private List<Delivery> deliveries() {
    return house
        .get(SetWebhook.class)
        .deliveries(house.approver, Optional.empty(), PageRequest.first(5))
        .items();
  }

  private String audit() throws SQLException {
    return house.database.one("select string_agg(e::text, ' ') from audit_event e");
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

package io.marketplace.db.quota;

import static io.marketplace.db.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.db.Enterprise;
import io.marketplace.model.audit.AuditEvent;
import io.marketplace.model.audit.AuditFilter;
import io.marketplace.model.audit.AuditQueries;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.ApplicationId;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetQueries;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.quota.BudgetState;
import io.marketplace.model.quota.BudgetTerms;
import io.marketplace.model.quota.BudgetView;
import io.marketplace.model.quota.BudgetWish;
import io.marketplace.model.quota.LabelSpend;
import io.marketplace.model.quota.RaiseBudget;
import io.marketplace.model.quota.RaiseId;
import io.marketplace.model.quota.RaiseState;
import io.marketplace.model.quota.RemoveBudget;
import io.marketplace.model.quota.SetBudget;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets as people set them, on a real database. */
class BudgetContractTest {

  private static final PageRequest FIRST = PageRequest.first(50);

  private Enterprise house;
  private ApplicationId application;

  @BeforeEach
  void open() throws SQLException {
    house = new Enterprise();
    application = house.application("wallet");
  }

  @AfterEach
  void close() throws SQLException {
    house.close();
  }

  private static BudgetTerms month(String cap) {
    return new BudgetTerms(BudgetPeriod.MONTH, "UTC", NanoUsd.parse("cap", cap), 80);
  }

  private BudgetWish wish(String type, String id, BudgetTerms terms) {
    return new BudgetWish(BudgetScope.parse(type, id), Optional.empty(), terms);
  }

  private BudgetId set(Actor actor, String type, String id, String cap) {
    return house.get(SetBudget.class).set(actor, wish(type, id, month(cap)));
  }

  private BudgetView view(Actor actor, BudgetId id) {
    return house.get(BudgetQueries.class).budget(actor, id);
  }

  /** Leases and settles as a gateway would. */
  private void spend(TenantId tenant, BudgetId budget, String label, long nano)
      throws SQLException {
    try (Connection gateway = house.database.gateway();
        Statement statement = gateway.createStatement()) {
      gateway.setAutoCommit(false);
      UUID lease;
      try (ResultSet rows =
          statement.executeQuery(
              """
              select r_lease from lease_budget('%s', '%s', '%s', gen_random_uuid(), gen_random_uuid(), null,
                 gen_random_uuid(), 1, %d, %d, false)
              """
                  .formatted(tenant, budget, label, nano, nano))) {
        rows.next();
        lease = rows.getObject(1, UUID.class);
      }
      statement.execute("select set_config('marketplace.tenant', '" + tenant + "', true)");
      statement.execute(
          "select settle_leases(array['%s']::uuid[], array[%d])".formatted(lease, nano));
      gateway.commit();
    }
  }

  @Test
  void aBudgetIsSetReadChangedAndRemovedAndEachStepIsAudited() throws SQLException {
    BudgetId id = set(house.approver, "application", application.toString(), "10");
    assertThat(set(house.approver, "application", application.toString(), "10")).isEqualTo(id);
    spend(house.retail, id, "", 8_500_000_000L);
    BudgetView seen = view(house.developer, id);
    assertThat(seen.name()).contains("wallet");
    assertThat(seen.spent().toDollars()).isEqualTo("8.5");
    assertThat(seen.state()).isEqualTo(BudgetState.SOFT);
    assertThat(seen.exhaustedAt()).isPresent();
    assertThat(set(house.admin, "application", application.toString(), "20")).isEqualTo(id);
    assertThat(view(house.developer, id).state()).isEqualTo(BudgetState.OK);
    house.get(RemoveBudget.class).remove(house.approver, id);
    assertRefused(ProblemCode.NOT_FOUND, () -> view(house.approver, id));
    assertThat(
            house
                .get(AuditQueries.class)
                .events(
                    house.admin,
                    new AuditFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("budget"),
                        Optional.of(id.toString()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                    FIRST)
                .items())
        .extracting(AuditEvent::action)
        .containsExactly("budget.removed", "budget.set", "budget.set");
  }

  @Test
  void aCapBelowWhatIsSpentIsRefusedWithTheNumber() throws SQLException {
    BudgetId id = set(house.approver, "application", application.toString(), "10");
    spend(house.retail, id, "", 7_250_000_000L);
    assertRefused(
            ProblemCode.CONFLICT,
            () -> set(house.approver, "application", application.toString(), "7.2"))
        .hasMessageContaining("7.25 USD");
    assertThat(view(house.approver, id).budget().terms().cap().toDollars()).isEqualTo("10");
  }

  @Test
  void whatGatewaysHoldBeyondALoweredCapIsCalledBack() throws SQLException {
    BudgetId id = set(house.approver, "application", application.toString(), "10");
    try (Connection gateway = house.database.gateway();
        Statement statement = gateway.createStatement()) {
      statement.execute(
          """
          select * from lease_budget('%s', '%s', '', gen_random_uuid(), gen_random_uuid(), null,
            gen_random_uuid(), 1, 9000000000, 9000000000, false)
          """
              .formatted(house.retail, id));
      set(house.approver, "application", application.toString(), "5");
      assertThat(
              house.database.one(
                  """
                  select concat_ws(' ', l.recall, w.cap_nano) from budget_lease l
                  join budget_window w using (budget_id, label, window_start)
                  """))
          .isEqualTo("t 9000000000");
    }
  }

  @Test
  void everybodySeesTheirOwnAndNobodyAnothers() {
    BudgetId own = set(house.approver, "application", application.toString(), "10");
    BudgetId whole = set(house.approver, "tenant", house.retail.toString(), "100");
    BudgetId label = set(house.approver, "agent", "*", "1");
    BudgetQueries queries = house.get(BudgetQueries.class);
    assertThat(queries.budgets(house.approver, FIRST).items())
        .extracting(one -> one.budget().id())
        .containsExactly(whole, own, label);
    assertThat(queries.budgets(house.developer, FIRST).items())
        .extracting(one -> one.budget().id())
        .containsExactly(own);
    assertThat(queries.budgets(house.stranger, FIRST).items()).isEmpty();
    assertThat(queries.budgets(house.otherApprover, FIRST).items()).isEmpty();
    assertThat(queries.budgets(house.admin, FIRST).items()).hasSize(3);
    assertRefused(ProblemCode.NOT_FOUND, () -> view(house.otherApprover, own));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> house.get(RemoveBudget.class).remove(house.otherApprover, own));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> set(house.otherApprover, "application", application.toString(), "1"));
    assertRefused(ProblemCode.FORBIDDEN, () -> set(house.developer, "agent", "a", "1"));
  }

  @Test
  void labelsHaveEachTheirSpend() throws SQLException {
    BudgetId id = set(house.approver, "agent", "*", "10");
    spend(house.retail, id, "b", 2_000);
    spend(house.retail, id, "a", 1_000);
    assertThat(house.get(BudgetQueries.class).labels(house.approver, id, FIRST).items())
        .containsExactly(
            new LabelSpend("b", new NanoUsd(2_000), NanoUsd.ZERO),
            new LabelSpend("a", new NanoUsd(1_000), NanoUsd.ZERO));
    assertThat(view(house.approver, id).spent()).isEqualTo(new NanoUsd(2_000));
    assertRefused(ProblemCode.INVALID_REQUEST, () -> set(house.admin, "agent", "x", "1"));
    assertThat(
            house
                .get(SetBudget.class)
                .set(
                    house.admin,
                    new BudgetWish(
                        BudgetScope.parse("agent", ""), Optional.of(house.retail), month("1"))))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "planet, x, INVALID_REQUEST",
    "application, 01930000-0000-7000-8000-00000000dead, NOT_FOUND",
    "application, nonsense, NOT_FOUND",
    "key, 01930000-0000-7000-8000-00000000dead, NOT_FOUND"
  })
  void scopesThatAreNoneAreRefused(String type, String id, ProblemCode code) {
    assertRefused(code, () -> set(house.approver, type, id, "1"));
  }

  @ParameterizedTest
  @CsvSource({"Mars/Olympus, 80", "GMT+2, 80", "Etc/GMT+2, 80", "'', 80", "UTC, 0", "UTC, 101"})
  void termsThatMakeNoSenseAreRefused(String zone, int soft) {
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> new BudgetTerms(BudgetPeriod.DAY, zone, NanoUsd.ZERO, soft));
  }

  @Test
  void aRaiseNeedsAnApproverWhoDidNotAskForIt() {
    BudgetId id = set(house.approver, "application", application.toString(), "10");
    RaiseBudget raises = house.get(RaiseBudget.class);
    Instant tomorrow = house.clock.instant().plus(Duration.ofDays(1));
    NanoUsd twelve = NanoUsd.parse("cap", "12");
    RaiseId raise = raises.request(house.approver, id, twelve, tomorrow, "launch");
    assertThat(view(house.developer, id).capInForce().toDollars()).isEqualTo("10");
    assertRefused(ProblemCode.FORBIDDEN, () -> raises.decide(house.approver, id, raise, true));
    assertRefused(ProblemCode.FORBIDDEN, () -> raises.decide(house.developer, id, raise, true));
    assertRefused(ProblemCode.NOT_FOUND, () -> raises.decide(house.otherApprover, id, raise, true));
    raises.decide(house.secondApprover, id, raise, true);
    assertThat(view(house.developer, id).capInForce().toDollars()).isEqualTo("12");
    assertThat(view(house.developer, id).raises())
        .singleElement()
        .matches(one -> one.state() == RaiseState.APPROVED);
    assertRefused(
        ProblemCode.CONFLICT, () -> raises.decide(house.secondApprover, id, raise, false));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> raises.request(house.developer, id, NanoUsd.parse("cap", "9"), tomorrow, "less"));
    assertRefused(
        ProblemCode.INVALID_REQUEST,
        () -> raises.request(house.developer, id, twelve, house.clock.instant(), "past"));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> raises.request(house.stranger, id, twelve, tomorrow, "not mine"));
  }

  @Test
  void twoWhoSetTheSameAtOnceMakeOne() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<BudgetId> one = threads.submit(() -> set(house.approver, "workflow", "nightly", "10"));
      Future<BudgetId> two =
          threads.submit(() -> set(house.secondApprover, "workflow", "nightly", "10"));
      int made = 0;
      for (Future<BudgetId> future : List.of(one, two)) {
        try {
          future.get();
          made++;
        } catch (ExecutionException e) {
          assertRefused(
              ProblemCode.CONFLICT,
              () -> {
                throw Objects.requireNonNull(e.getCause());
              });
        }
      }
      assertThat(made).isPositive();
    }
    assertThat(house.get(BudgetQueries.class).budgets(house.approver, FIRST).items()).hasSize(1);
  }

  @Test
  void crossingTheSoftLineIsReadByThoseItConcerns() throws SQLException {
    BudgetId id = set(house.approver, "application", application.toString(), "10");
    spend(house.retail, id, "", 8_000_000_000L);
    BudgetQueries queries = house.get(BudgetQueries.class);
    assertThat(queries.signals(house.developer, FIRST).items())
        .singleElement()
        .matches(signal -> signal.kind().equals("soft") && signal.budget().equals(id));
    assertThat(queries.signals(house.stranger, FIRST).items()).isEmpty();
    assertThat(queries.signals(house.otherApprover, FIRST).items()).isEmpty();
  }
}

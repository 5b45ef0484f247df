package io.marketplace.gateway;

import static io.marketplace.gateway.LineFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.quota.FakeLeases;
import io.marketplace.gateway.snapshot.Documents;
import io.marketplace.model.metering.Booking;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Budgets on the people behind keys, and on labels that callers choose, over the whole line. */
class BudgetScopesLineTest {

  private static final String PERSON = "01930000-0000-7000-8000-0000000000e1";
  private static final String OTHER_PERSON = "01930000-0000-7000-8000-0000000000e2";
  private static final BudgetId ONE = BudgetId.parse("01930000-0000-7000-8000-0000000000b1");
  private static final BudgetId OTHER = BudgetId.parse("01930000-0000-7000-8000-0000000000b2");
  private static final BudgetId EACH = BudgetId.parse("01930000-0000-7000-8000-0000000000b3");

  private final LineFixture line;
  private final FakeLeases leases;

  BudgetScopesLineTest(@TempDir Path state) throws IOException {
    line = new LineFixture(state);
    leases = line.store.leases;
    line.documents.pool(1, Documents.PROVIDER_EU, line.upstream.url()).route("utility", "", 1);
    for (BudgetId budget : List.of(ONE, OTHER, EACH)) {
      leases.cap(budget, 1_000_000_000);
    }
  }

  @AfterEach
  void stop() {
    line.close();
  }

  private GatewayCall agent(String value) {
    return line.chat("utility", "hi", ",\"max_tokens\":3", "Marketplace-Agent", value);
  }

  @Test
  void aCallCountsForThePersonBehindItsKey() {
    line.documents
        .keyExtras("\"identity\":\"%s\"".formatted(PERSON))
        .budget(ONE.toString(), "identity", PERSON)
        .budget(OTHER.toString(), "identity", OTHER_PERSON)
        .budget(EACH.toString(), "identity", "*");
    line.start();
    GatewayCall call = line.chat("utility", "hi", "");
    assertThat(line.answer(call).status()).isEqualTo(200);
    assertThat(line.row(call).bookings())
        .extracting(Booking::budget)
        .containsExactlyInAnyOrder(
            BudgetId.parse(Documents.APPLICATION).value(), ONE.value(), EACH.value());
    leases.cap(ONE, 10);
    line.stop();
    line.start();
    GatewayProblem problem = line.refused(line.chat("utility", "hi", ""));
    assertThat(problem.code()).isEqualTo(ProblemCode.BUDGET_EXCEEDED);
    assertThat(problem.text()).contains("identity");
  }

  @Test
  void tenThousandFreshLabelsFindNoWayRoundABudgetOnOne() throws Exception {
    line.documents.keyExtras("\"labelValuesMax\":3").budget(ONE.toString(), "agent", "known");
    line.start();
    for (String value : List.of("a", "b", "known", "c")) {
      assertThat(line.answer(agent(value)).status()).isEqualTo(200);
    }
    int asked = leases.labelsAsked();
    List<Callable<GatewayProblem>> attempts =
        IntStream.range(0, 10_000)
            .<Callable<GatewayProblem>>mapToObj(i -> () -> line.refused(agent("fresh-" + i)))
            .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Future<GatewayProblem> attempt : threads.invokeAll(attempts)) {
        GatewayProblem problem = attempt.get();
        assertThat(problem.code()).isEqualTo(ProblemCode.BUDGET_EXCEEDED);
        assertThat(problem.headers()).containsEntry("x-should-retry", "false");
        assertThat(problem.text()).contains("labelValuesMax");
      }
    }
    // Once a second, however many there are.
    assertThat(leases.labelsAsked() - asked).isLessThan(120);
    assertThat(line.upstream.bodies).hasSize(4);
    for (String value : List.of("a", "b", "c", "known")) {
      assertThat(line.answer(agent(value)).status()).isEqualTo(200);
    }
    assertThat(line.answer(line.chat("utility", "hi", "")).status()).isEqualTo(200);
  }

  @Test
  void whatIsPinnedOnTheKeyOrOfAnotherLabelIsNotCounted() {
    line.documents
        .keyExtras("\"labelValuesMax\":1,\"agent\":\"pinned\"")
        .budget(ONE.toString(), "agent", "known");
    line.start();
    for (int i = 0; i < 3; i++) {
      GatewayCall call =
          line.chat(
              "utility",
              "hi",
              ",\"max_tokens\":3",
              "Marketplace-Agent",
              "said-" + i,
              "Marketplace-Customer",
              "customer-" + i);
      assertThat(line.answer(call).status()).isEqualTo(200);
    }
    assertThat(leases.labelsAsked()).isZero();
  }

  @Test
  void anAgentThatCallsItselfAsteriskIsOneAgentOfMany() {
    line.documents.budget(EACH.toString(), "agent", "*");
    line.start();
    GatewayCall call = agent("*");
    assertThat(line.answer(call).status()).isEqualTo(200);
    assertThat(line.row(call).bookings())
        .extracting(Booking::budget)
        .containsExactlyInAnyOrder(BudgetId.parse(Documents.APPLICATION).value(), EACH.value());
  }

  @Test
  void aNewLabelThatCannotBeCountedNowIsNotLetThrough() {
    line.documents.budget(ONE.toString(), "agent", "known");
    line.start();
    assertThat(line.answer(agent("a")).status()).isEqualTo(200);
    leases.away(true);
    assertThat(line.refused(agent("b")).code()).isEqualTo(ProblemCode.BUDGET_UNAVAILABLE);
    leases.away(false);
    await("the database to be asked again")
        .ignoreExceptionsInstanceOf(GatewayProblem.class)
        .until(() -> line.answer(agent("b")).status() == 200);
  }
}

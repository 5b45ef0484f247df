package io.marketplace.ui.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.Budget;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetPeriod;
import io.marketplace.model.quota.BudgetScope;
import io.marketplace.model.quota.BudgetState;
import io.marketplace.model.quota.BudgetTerms;
import io.marketplace.model.quota.BudgetView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BudgetTreeTest {

  private static final TenantId TENANT = TenantId.create();
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private static BudgetView budget(
      BudgetKind kind, String id, BudgetPeriod period, long cap, long spent) {
    BudgetTerms terms = new BudgetTerms(period, "UTC", new NanoUsd(cap), 80);
    return new BudgetView(
        new Budget(BudgetId.create(), TENANT, new BudgetScope(kind, id), terms),
        Optional.empty(),
        new NanoUsd(cap),
        START,
        period == BudgetPeriod.TOTAL
            ? Optional.empty()
            : Optional.of(START.plus(Duration.ofDays(30))),
        new NanoUsd(spent),
        NanoUsd.ZERO,
        Optional.empty(),
        BudgetState.OK,
        List.of());
  }

  private static BudgetPlace place(BudgetView view) {
    List<BudgetPlace.Step> steps = new ArrayList<>();
    steps.add(new BudgetPlace.Step(0, "tenant", "Retail", "t"));
    if (view.budget().scope().kind() == BudgetKind.APPLICATION) {
      steps.add(new BudgetPlace.Step(0, "team", "Payments", "p"));
      steps.add(new BudgetPlace.Step(0, "application", "Till " + view.budget().scope().id(), "a"));
    }
    if (view.budget().scope().kind() == BudgetKind.AGENT) {
      steps.add(new BudgetPlace.Step(1, "agent", view.budget().scope().id(), ""));
    }
    return new BudgetPlace(steps);
  }

  private static String text(BudgetTree.Line line) {
    return "  ".repeat(line.place().depth())
        + (line.first() ? line.place().last().name() : "-")
        + line.budget().map(view -> " " + view.budget().terms().period().code()).orElse("");
  }

  @Test
  void standsBelowWhatItBelongsToWhateverTheOrderOfReading() {
    List<BudgetView> budgets =
        List.of(
            budget(BudgetKind.AGENT, "triage", BudgetPeriod.DAY, 10, 1),
            budget(BudgetKind.APPLICATION, "two", BudgetPeriod.MONTH, 10, 1),
            budget(BudgetKind.APPLICATION, "one", BudgetPeriod.MONTH, 10, 1),
            budget(BudgetKind.APPLICATION, "one", BudgetPeriod.DAY, 10, 1));

    assertThat(BudgetTree.of(budgets, BudgetTreeTest::place))
        .extracting(BudgetTreeTest::text)
        .containsExactly(
            "Retail",
            "  Payments",
            "    Till one day",
            "    - month",
            "    Till two month",
            "  triage day");
  }

  @Test
  void nothingMakesNoLine() {
    assertThat(BudgetTree.of(List.of(), BudgetTreeTest::place)).isEmpty();
  }

  @Test
  void sharesAndForecastsHoldAtTheEdges() {
    BudgetView half = budget(BudgetKind.TENANT, "t", BudgetPeriod.MONTH, 100, 50);
    assertThat(BudgetWords.share(half)).isEqualTo(0.5);
    assertThat(BudgetWords.forecast(half, START.plus(Duration.ofDays(10)))).isEqualTo(1.5);
    assertThat(BudgetWords.forecast(half, START.plusSeconds(5))).as("too early to tell").isZero();
    assertThat(BudgetWords.share(budget(BudgetKind.TENANT, "t", BudgetPeriod.DAY, 0, 0)))
        .as("a cap of nothing")
        .isEqualTo(1);
    BudgetView total = budget(BudgetKind.TENANT, "t", BudgetPeriod.TOTAL, 100, 50);
    assertThat(BudgetWords.forecast(total, START.plus(Duration.ofDays(10)))).isZero();
    assertThat(BudgetWords.period(total)).isEqualTo("in all");
  }

  @Test
  void namesLabelsAsPeopleSayThem() {
    assertThat(BudgetWords.label(new BudgetScope(BudgetKind.USE_CASE, BudgetScope.EACH)))
        .isEqualTo("each use case");
    assertThat(BudgetWords.label(new BudgetScope(BudgetKind.AGENT, BudgetScope.UNLABELLED)))
        .isEqualTo("no agent said");
    assertThat(BudgetWords.label(new BudgetScope(BudgetKind.AGENT, "triage"))).isEqualTo("triage");
  }
}

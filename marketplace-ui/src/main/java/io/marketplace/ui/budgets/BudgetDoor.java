package io.marketplace.ui.budgets;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetQueries;
import io.marketplace.model.quota.BudgetRaise;
import io.marketplace.model.quota.BudgetSignal;
import io.marketplace.model.quota.BudgetView;
import io.marketplace.model.quota.BudgetWish;
import io.marketplace.model.quota.LabelSpend;
import io.marketplace.model.quota.RaiseBudget;
import io.marketplace.model.quota.RemoveBudget;
import io.marketplace.model.quota.SetBudget;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What is read of budgets and done to them. */
@Singleton
final class BudgetDoor {

  private final BudgetQueries queries;
  private final SetBudget setting;
  private final RaiseBudget raising;
  private final RemoveBudget removing;

  @Inject
  BudgetDoor(BudgetQueries queries, SetBudget setting, RaiseBudget raising, RemoveBudget removing) {
    this.queries = queries;
    this.setting = setting;
    this.raising = raising;
    this.removing = removing;
  }

  Page<BudgetView> budgets(Actor actor, PageRequest page) {
    return queries.budgets(actor, page);
  }

  Page<LabelSpend> labels(Actor actor, BudgetId id, PageRequest page) {
    return queries.labels(actor, id, page);
  }

  Page<BudgetSignal> signals(Actor actor, PageRequest page) {
    return queries.signals(actor, page);
  }

  void set(Actor actor, BudgetWish wish) {
    setting.set(actor, wish);
  }

  void remove(Actor actor, BudgetId id) {
    removing.remove(actor, id);
  }

  void askRaise(Actor actor, BudgetId id, NanoUsd cap, Instant until, String reason) {
    raising.request(actor, id, cap, until, reason);
  }

  void decide(Actor actor, BudgetRaise raise, boolean approve) {
    raising.decide(actor, raise.budget(), raise.id(), approve);
  }
}

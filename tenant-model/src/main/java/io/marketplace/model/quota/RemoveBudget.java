package io.marketplace.model.quota;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Takes a budget away; calls of its scope are then limited by their other budgets alone. */
@Singleton
public final class RemoveBudget {

  private final Work work;
  private final Budgets budgets;
  private final BudgetDesk desk;

  /** Finds budgets at {@code desk}. */
  @Inject
  public RemoveBudget(Work work, Budgets budgets, BudgetDesk desk) {
    this.work = work;
    this.budgets = budgets;
    this.desk = desk;
  }

  /**
   * Removes it.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code forbidden} or {@code
   *     not_found}
   */
  public void remove(Actor actor, BudgetId id) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    work.in(
        actor.scope(),
        () -> {
          Budget budget = desk.take(id);
          budgets.remove(id, desk.now());
          desk.record(actor, budget.tenant(), id, "budget.removed", budget.facts(), Facts.NONE);
          return id;
        });
  }
}

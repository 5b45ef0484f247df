package io.marketplace.model.quota;

import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Page;
import io.marketplace.model.kernel.PageRequest;

/**
 * Reads budgets. Developers see those of the own teams, their applications and keys; all others who
 * may read see their whole scope. Throws {@code not_found} for what the actor may not see.
 */
public interface BudgetQueries {

  /** Budgets in the order tenant, team, application, key, labels; by name within. */
  Page<BudgetView> budgets(Actor actor, PageRequest page);

  /** One budget. */
  BudgetView budget(Actor actor, BudgetId id);

  /** The values of a budget for each value, those that spent most first. */
  Page<LabelSpend> labels(Actor actor, BudgetId id, PageRequest page);

  /** What was signalled, newest first. */
  Page<BudgetSignal> signals(Actor actor, PageRequest page);
}

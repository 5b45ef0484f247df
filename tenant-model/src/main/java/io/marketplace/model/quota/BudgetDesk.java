package io.marketplace.model.quota;

import io.marketplace.model.audit.AuditEntry;
import io.marketplace.model.audit.AuditTrail;
import io.marketplace.model.audit.Author;
import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What all steps of a budget share: beginning it, finding it and writing the step down. */
@Singleton
public final class BudgetDesk {

  private final Budgets budgets;
  private final AuditTrail audit;
  private final Clock clock;

  /** Finds budgets in {@code budgets}. */
  @Inject
  public BudgetDesk(Budgets budgets, AuditTrail audit, Clock clock) {
    this.budgets = budgets;
    this.audit = audit;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Sets a budget on what has none for that period and has spent nothing yet, within the running
   * unit of work.
   */
  public Budget begin(Actor actor, TenantId tenant, BudgetScope scope, BudgetTerms terms) {
    Budget made = new Budget(BudgetId.create(), tenant, scope, terms);
    budgets.add(made, actor.name());
    record(actor, tenant, made.id(), "budget.set", Facts.NONE, made.facts());
    return made;
  }

  /** The budget, locked. */
  Budget take(BudgetId id) {
    return budgets.lock(id).orElseThrow(BudgetDesk::notFound);
  }

  void record(Actor actor, TenantId tenant, BudgetId id, String action, Facts before, Facts after) {
    audit.record(
        new AuditEntry(
            Optional.of(tenant), Author.of(actor), action, "budget", id.toString(), before, after));
  }

  static MarketplaceException notFound() {
    return new MarketplaceException(ProblemCode.NOT_FOUND, "Nothing here has this identifier.");
  }
}

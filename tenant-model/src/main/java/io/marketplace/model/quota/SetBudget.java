package io.marketplace.model.quota;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Sets what a scope may spend in a period: a new budget, or other terms of the one it has. Counts
 * what is spent from the moment it is set. In force on every gateway within a second; a lowered cap
 * holds for all that is not reserved yet, and what gateways hold beyond it is called back.
 */
@Singleton
public final class SetBudget {

  private final Work work;
  private final Budgets budgets;
  private final BudgetDesk desk;

  /** Keeps budgets in {@code budgets}. */
  @Inject
  public SetBudget(Work work, Budgets budgets, BudgetDesk desk) {
    this.work = work;
    this.budgets = budgets;
    this.desk = desk;
  }

  /**
   * Sets it; the same wish again changes nothing.
   *
   * @throws MarketplaceException {@code forbidden} unless the actor is an approver of the tenant or
   *     a platform administrator, {@code not_found} for a scope's unknown thing, {@code conflict}
   *     for a cap below what is spent already, {@code invalid_request_error}
   */
  public BudgetId set(Actor actor, BudgetWish wish) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    return work.in(
        actor.scope(),
        () -> {
          TenantId tenant = tenant(actor, wish);
          Optional<Budget> known = budgets.lock(tenant, wish.scope(), wish.terms().period());
          if (known.isEmpty()) {
            Budget made = new Budget(BudgetId.create(), tenant, wish.scope(), wish.terms());
            budgets.add(made, actor.name());
            desk.record(actor, tenant, made.id(), "budget.set", Facts.NONE, made.facts());
            return made.id();
          }
          Budget before = known.get();
          if (!before.terms().equals(wish.terms())) {
            change(actor, before, before.with(wish.terms()));
          }
          return before.id();
        });
  }

  private void change(Actor actor, Budget before, Budget after) {
    if (!before.terms().timeZone().equals(after.terms().timeZone())) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT,
          "The period under way counts in "
              + before.terms().timeZone()
              + ". Remove the budget to set one in another zone.",
          "timeZone");
    }
    NanoUsd spent = budgets.settled(before, desk.now());
    if (after.terms().cap().compareTo(spent) < 0) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT,
          spent.toDollars()
              + " USD are spent already in this period; the cap cannot be below that.",
          "capUsd");
    }
    budgets.change(after, desk.now());
    desk.record(actor, after.tenant(), after.id(), "budget.set", before.facts(), after.facts());
  }

  private TenantId tenant(Actor actor, BudgetWish wish) {
    if (!wish.scope().kind().label()) {
      return budgets.tenantOf(wish.scope()).orElseThrow(BudgetDesk::notFound);
    }
    TenantId tenant =
        wish.tenant()
            .or(actor::tenant)
            .orElseThrow(() -> Input.invalid("tenantId", "tenantId must say whose label this is."));
    return budgets
        .tenantOf(new BudgetScope(BudgetKind.TENANT, tenant.toString()))
        .orElseThrow(BudgetDesk::notFound);
  }
}

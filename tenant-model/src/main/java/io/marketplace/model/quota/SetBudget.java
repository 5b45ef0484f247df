package io.marketplace.model.quota;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Sets what a scope may spend in a period: a new budget, or other terms of the one it has. Counts
 * what its present period has spent already, and a total from the moment it is set. In force on
 * every gateway within a second; a lowered cap holds for all that is not reserved yet, and what
 * gateways hold beyond it is called back.
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
   *     for a cap below what is spent already and for an e-mail address of several people, {@code
   *     invalid_request_error}
   */
  public BudgetId set(Actor actor, BudgetWish wish) {
    actor.require(Role.PLATFORM_ADMIN, Role.TENANT_APPROVER);
    return work.in(
        actor.scope(),
        () -> {
          BudgetScope scope = resolved(wish.scope());
          TenantId tenant = tenant(actor, scope, wish.tenant());
          Optional<Budget> known = budgets.lock(tenant, scope, wish.terms().period());
          if (known.isEmpty()) {
            return add(actor, new Budget(BudgetId.create(), tenant, scope, wish.terms()));
          }
          Budget before = known.get();
          if (!before.terms().equals(wish.terms())) {
            change(actor, before, before.with(wish.terms()));
          }
          return before.id();
        });
  }

  private BudgetId add(Actor actor, Budget made) {
    budgets.add(made, actor.name());
    budgets.open(made, desk.now());
    requireRoom(made);
    desk.record(actor, made.tenant(), made.id(), "budget.set", Facts.NONE, made.facts());
    return made.id();
  }

  private void requireRoom(Budget budget) {
    NanoUsd spent = budgets.spent(budget, desk.now());
    if (budget.terms().cap().compareTo(spent) < 0) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT,
          spent.toDollars()
              + " USD are spent already in this period; the cap cannot be below that.",
          "capUsd");
    }
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
    requireRoom(after);
    budgets.change(after, desk.now());
    desk.record(actor, after.tenant(), after.id(), "budget.set", before.facts(), after.facts());
  }

  /** A person who is named by an e-mail address, by the identifier. */
  private BudgetScope resolved(BudgetScope scope) {
    if (scope.kind() != BudgetKind.IDENTITY || scope.each()) {
      return scope;
    }
    List<PersonId> found = budgets.people(scope.id());
    if (found.size() > 1) {
      throw new MarketplaceException(
          ProblemCode.CONFLICT,
          "Several people have this e-mail address; name one by the identifier.",
          "scope.id");
    }
    return found.stream()
        .findFirst()
        .map(person -> new BudgetScope(BudgetKind.IDENTITY, person.toString()))
        .orElseThrow(
            () ->
                new MarketplaceException(
                    ProblemCode.NOT_FOUND,
                    "Nobody here has this e-mail address or identifier.",
                    "scope.id"));
  }

  private TenantId tenant(Actor actor, BudgetScope scope, Optional<TenantId> told) {
    boolean person = scope.kind() == BudgetKind.IDENTITY;
    if (!scope.kind().label() && !person) {
      return budgets.tenantOf(scope).orElseThrow(BudgetDesk::notFound);
    }
    TenantId tenant =
        told.or(() -> person && !scope.each() ? budgets.tenantOf(scope) : Optional.empty())
            .or(actor::tenant)
            .orElseThrow(
                () -> Input.invalid("tenantId", "tenantId must say whose calls these are."));
    return budgets
        .tenantOf(new BudgetScope(BudgetKind.TENANT, tenant.toString()))
        .orElseThrow(BudgetDesk::notFound);
  }
}

package io.marketplace.model.quota;

import io.marketplace.model.audit.Facts;
import io.marketplace.model.kernel.Actor;
import io.marketplace.model.kernel.Input;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.Role;
import io.marketplace.model.kernel.Work;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Raises a budget for a while: somebody asks, and an approver who did not ask decides. */
@Singleton
public final class RaiseBudget {

  private final Work work;
  private final Budgets budgets;
  private final BudgetDesk desk;
  private final BudgetQueries queries;

  /** Finds budgets at {@code desk}; {@code queries} knows what an actor sees. */
  @Inject
  public RaiseBudget(Work work, Budgets budgets, BudgetDesk desk, BudgetQueries queries) {
    this.work = work;
    this.budgets = budgets;
    this.desk = desk;
    this.queries = queries;
  }

  /**
   * Asks for a cap of {@code cap} until {@code until}.
   *
   * @throws MarketplaceException {@code not_found} for a budget the actor does not see, {@code
   *     forbidden} for those who only read, {@code invalid_request_error} for a cap that is no
   *     raise or an end that has passed
   */
  public RaiseId request(
      Actor actor, BudgetId id, NanoUsd cap, Instant until, @Nullable String reason) {
    actor.require(Role.DEVELOPER, Role.TENANT_APPROVER, Role.PLATFORM_ADMIN);
    String why = Input.line("reason", reason, 500);
    Input.future("until", until, desk.now());
    BudgetView seen = queries.budget(actor, id);
    return work.in(
        actor.scope(),
        () -> {
          Budget budget = desk.take(seen.budget().id());
          if (cap.compareTo(budget.terms().cap()) <= 0) {
            throw Input.invalid(
                "capUsd",
                "capUsd must be above the cap of " + budget.terms().cap().toDollars() + " USD.");
          }
          BudgetRaise raise =
              new BudgetRaise(
                  RaiseId.create(),
                  id,
                  cap,
                  until,
                  why,
                  RaiseState.PENDING,
                  actor.person(),
                  actor.name(),
                  Optional.empty());
          budgets.add(raise, budget.tenant(), desk.now());
          desk.record(actor, budget.tenant(), id, "budget.raise-asked", Facts.NONE, facts(raise));
          return raise.id();
        });
  }

  /**
   * Decides.
   *
   * @throws MarketplaceException {@code not_found}; {@code forbidden} for one's own or without the
   *     role; {@code conflict} if it was decided or its end has passed
   */
  public void decide(Actor actor, BudgetId id, RaiseId raiseId, boolean approve) {
    actor.require(Role.TENANT_APPROVER, Role.PLATFORM_ADMIN);
    work.in(
        actor.scope(),
        () -> {
          Budget budget = desk.take(id);
          BudgetRaise raise =
              budgets
                  .lockRaise(raiseId)
                  .filter(found -> found.budget().equals(id))
                  .orElseThrow(BudgetDesk::notFound);
          if (raise.requestedBy().equals(actor.person())) {
            throw new MarketplaceException(
                ProblemCode.FORBIDDEN, "Nobody decides what they asked for themselves.");
          }
          if (raise.state() != RaiseState.PENDING || !raise.until().isAfter(desk.now())) {
            throw new MarketplaceException(
                ProblemCode.CONFLICT, "The raise waits for no decision any more.");
          }
          RaiseState state = approve ? RaiseState.APPROVED : RaiseState.DENIED;
          budgets.decide(raiseId, state, actor.person(), actor.name(), desk.now());
          desk.record(
              actor,
              budget.tenant(),
              id,
              approve ? "budget.raised" : "budget.raise-denied",
              budget.facts(),
              facts(raise));
          return raiseId;
        });
  }

  private static Facts facts(BudgetRaise raise) {
    return Facts.of("raise", raise.id())
        .with("capUsd", raise.cap().toDollars())
        .with("until", raise.until())
        .with("reason", raise.reason());
  }
}

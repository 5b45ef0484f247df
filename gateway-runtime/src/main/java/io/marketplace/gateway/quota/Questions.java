package io.marketplace.gateway.quota;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.LeaseAnswer;
import io.marketplace.model.quota.LeaseHolder;
import io.marketplace.model.quota.LeaseWish;

/**
 * Asks the database for slices, so that a question whose answer was lost is asked again before any
 * other of the same budget, and nobody waits for a database that is known to be away.
 */
final class Questions {
  private final BudgetLeases leases;
  private final LeaseHolder holder;
  private final Outage outage;

  Questions(BudgetLeases leases, LeaseHolder holder, Outage outage) {
    this.leases = leases;
    this.holder = holder;
    this.outage = outage;
  }

  /** Whether a question would be refused at once. */
  boolean useless() {
    return outage.blocks();
  }

  /**
   * Asks, and adds what is granted to the account; for who holds its {@code asking}.
   *
   * @param need nano-dollars without which it is refused
   * @param want nano-dollars at the most
   * @param recall whether to call back what others hold when the need is not met
   * @throws MarketplaceException {@code unavailable} when there is no answer
   */
  LeaseAnswer ask(BudgetAccount account, long need, long want, boolean recall) {
    long now = System.nanoTime();
    BudgetAccount.Question question = account.question();
    LeaseWish wish =
        new LeaseWish(
            account.tenant,
            account.budget.id(),
            account.budget.label(),
            holder,
            question.number(),
            question.fresh(),
            question.lease(),
            new NanoUsd(need),
            new NanoUsd(want),
            recall);
    LeaseAnswer answer;
    try {
      answer = outage.ask(() -> leases.lease(wish));
    } catch (MarketplaceException e) {
      if (e.code() != ProblemCode.UNAVAILABLE) {
        // Refused for good: nothing was given.
        account.answered();
      }
      throw e;
    }
    account.answered();
    if (answer instanceof LeaseAnswer.Granted granted) {
      account.grow(granted, now);
    }
    return answer;
  }
}

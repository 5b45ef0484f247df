package io.marketplace.model.quota;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.PersonId;
import io.marketplace.model.kernel.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps budgets. Within the running unit of work, of the rows it may see. */
public interface Budgets {

  /**
   * Whose the thing of a scope is; empty if there is no such thing, or it is a person of the
   * platform. Not for labels.
   */
  Optional<TenantId> tenantOf(BudgetScope scope);

  /** The people whose identifier or, in any case, e-mail address this is. */
  List<PersonId> people(String idOrEmail);

  /** The tenant's budget for that scope and period, locked. */
  Optional<Budget> lock(TenantId tenant, BudgetScope scope, BudgetPeriod period);

  /** The budget of that identifier, locked. */
  Optional<Budget> lock(BudgetId id);

  /**
   * Keeps a new budget. Two who add the same race: the second fails with {@code conflict} when the
   * unit of work ends.
   */
  void add(Budget budget, String author);

  /**
   * Keeps the budget's terms, and calls back what gateways hold beyond its cap.
   *
   * @param now the moment whose period is meant
   */
  void change(Budget budget, Instant now);

  /** Ends the budget; what was booked in it stays in the ledger. */
  void remove(BudgetId id, Instant now);

  /** The most that is spent in one of the budget's windows of the period of {@code now}. */
  NanoUsd spent(Budget budget, Instant now);

  /**
   * Opens the windows of a budget that was added just now with what the ledger has of its present
   * period, and keeps in mind to count again. A total has no period that began before it was set.
   */
  void open(Budget budget, Instant now);

  /**
   * Counts once more what one budget's period had spent before it was set, if one is due: calls
   * that were under way then come to the ledger later. False if none is.
   */
  boolean recount(Instant now);

  /** Forgets which labels' values keys have brought up in months before that of {@code now}. */
  void forgetLabels(Instant now);

  /** Keeps a new raise. */
  void add(BudgetRaise raise, TenantId tenant, Instant now);

  /** The raise of that identifier, locked. */
  Optional<BudgetRaise> lockRaise(RaiseId id);

  /** Keeps the decision. */
  void decide(RaiseId id, RaiseState state, PersonId by, String byName, Instant now);
}

package io.marketplace.gateway.quota;

import io.marketplace.gateway.pause.Pause;
import io.marketplace.gateway.quota.Reservation.Held;
import io.marketplace.gateway.snapshot.BudgetRef;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.LeaseAnswer;
import io.marketplace.model.quota.LeaseHolder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The budgets at this replica. A call reserves from slices that the replica holds, without a lock
 * and without the database; only when a slice does not suffice one call asks for more, and the
 * others of the same budget wait for what it gets.
 */
public final class BudgetAccounts {
  private static final long WAIT_MS = 3_000;

  private record Place(BudgetId budget, String label) {}

  private final Map<Place, BudgetAccount> accounts = new ConcurrentHashMap<>();
  private final Questions questions;
  private final Patience patience;
  private final Consumer<BudgetAccount> refill;

  /**
   * {@code refill} is told of accounts that run low; it must return at once. {@code outage} knows
   * whether {@code leases} answer.
   */
  BudgetAccounts(
      BudgetLeases leases,
      LeaseHolder holder,
      Patience patience,
      Outage outage,
      Consumer<BudgetAccount> refill) {
    this.questions = new Questions(leases, holder, outage);
    this.patience = patience;
    this.refill = refill;
  }

  Collection<BudgetAccount> all() {
    return accounts.values();
  }

  @Nullable BudgetAccount find(BudgetId budget, String label) {
    return accounts.get(new Place(budget, label));
  }

  /**
   * Holds {@code amount} nano-dollars more of each of {@code budgets}, or of none.
   *
   * @throws io.marketplace.gateway.problem.GatewayProblem {@code budget_exceeded} or {@code
   *     budget_unavailable}
   */
  void reserve(Reservation reservation, TenantId tenant, List<BudgetRef> budgets, long amount) {
    if (amount == 0) {
      return;
    }
    List<Held> held = new ArrayList<>(budgets.size());
    boolean whole = false;
    try {
      for (BudgetRef budget : budgets) {
        Slice slice = take(account(tenant, budget), amount);
        if (slice != null) {
          held.add(new Held(budget, slice, amount));
        }
      }
      whole = true;
    } finally {
      if (!whole) {
        held.forEach(one -> one.slice().settle(one.amount(), 0));
      }
    }
    reservation.add(held, amount);
  }

  private BudgetAccount account(TenantId tenant, BudgetRef budget) {
    Place place = new Place(budget.id(), budget.label());
    BudgetAccount known = accounts.get(place);
    return known != null
        ? known
        : accounts.computeIfAbsent(place, at -> new BudgetAccount(tenant, budget));
  }

  /** Null if there is no such budget any more. */
  private @Nullable Slice take(BudgetAccount account, long amount) {
    Slice slice = account.reserve(amount);
    if (slice == null) {
      return ask(account, amount);
    }
    if (slice.low() && account.refilling.compareAndSet(false, true)) {
      refill.accept(account);
    }
    return slice;
  }

  private @Nullable Slice ask(BudgetAccount account, long amount) {
    refuseKnown(account, amount);
    if (questions.useless()) {
      throw BudgetFailure.UNAVAILABLE.problem(account.budget.scope());
    }
    try {
      if (!account.asking.tryLock(WAIT_MS, TimeUnit.MILLISECONDS)) {
        throw BudgetFailure.UNAVAILABLE.problem(account.budget.scope());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BudgetFailure.UNAVAILABLE.problem(account.budget.scope());
    }
    try {
      if (!account.isRetired()) {
        return askAlone(account, amount);
      }
    } catch (MarketplaceException e) {
      throw refuse(account, BudgetFailure.UNAVAILABLE, 0);
    } finally {
      account.asking.unlock();
    }
    return take(account(account.tenant, account.budget), amount);
  }

  /**
   * Forgets the accounts that nothing is left of and nobody has used for so long. Labels are
   * callers' words: there is no end of them.
   */
  void forget(long idleNanos) {
    accounts.forEach(
        (place, account) -> {
          if (account.idle(idleNanos) && account.asking.tryLock()) {
            try {
              if (account.retire(idleNanos)) {
                accounts.remove(place, account);
              }
            } finally {
              account.asking.unlock();
            }
          }
        });
  }

  private @Nullable Slice askAlone(BudgetAccount account, long amount) {
    int attempt = 0;
    while (true) {
      Slice slice = account.reserve(amount);
      if (slice != null) {
        return slice;
      }
      refuseKnown(account, amount);
      switch (lease(account, amount, attempt == 0)) {
        case LeaseAnswer.Granted granted -> {
          // Another call may be quicker: round again.
        }
        case LeaseAnswer.Exhausted exhausted -> {
          boolean nobodyHolds = attempt == 0 && !exhausted.recalled();
          if (nobodyHolds || attempt == patience.retries().size()) {
            throw refuse(account, BudgetFailure.EXCEEDED, exhausted.remaining().value());
          }
          Pause.of(patience.retries().get(attempt++));
        }
        case LeaseAnswer.Gone gone -> {
          return null;
        }
      }
    }
  }

  private LeaseAnswer lease(BudgetAccount account, long amount, boolean recall) {
    Slice slice = account.current();
    long now = System.nanoTime();
    long there = slice == null || !slice.valid(now) ? 0 : slice.available();
    long need = Math.max(1, amount - there);
    return questions.ask(account, need, account.want(need, now), recall);
  }

  /** Learns what became of a question whose answer was lost; asks for nothing else. */
  void settleQuestion(BudgetAccount account) {
    if (!account.asking.tryLock()) {
      return;
    }
    try {
      if (account.isUnanswered()) {
        var unused = questions.ask(account, 0, 0, false);
      }
    } finally {
      account.asking.unlock();
    }
  }

  private RuntimeException refuse(BudgetAccount account, BudgetFailure why, long left) {
    Slice slice = account.current();
    long here = slice == null ? 0 : slice.available();
    account.refuse(why, left + here, System.nanoTime() + patience.refused().toNanos());
    return why.problem(account.budget.scope());
  }

  private static void refuseKnown(BudgetAccount account, long amount) {
    BudgetFailure known = account.refused(amount);
    if (known != null) {
      throw known.problem(account.budget.scope());
    }
  }

  /** Asks for more before it is needed; nothing happens when there is none. */
  void refill(BudgetAccount account) {
    if (!account.asking.tryLock()) {
      return;
    }
    try {
      Slice slice = account.current();
      if (slice == null) {
        return;
      }
      var unused = questions.ask(account, 0, account.want(0, System.nanoTime()), false);
    } finally {
      account.asking.unlock();
    }
  }
}

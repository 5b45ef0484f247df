package io.marketplace.gateway.quota;

import io.marketplace.gateway.pause.Pause;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.BudgetLeases.Recall;
import io.marketplace.model.quota.BudgetLeases.Recalls;
import io.marketplace.model.quota.LeaseState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on beside the calls: gives back what other replicas wait for, what nobody has used for
 * some seconds and what is left of windows that have passed, and learns what others have spent.
 * While the database is away nothing is given back, so that the replica can live on what it holds.
 * What was asked or given back without an answer is said again until there is one.
 */
final class LeaseKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
  private static final int PERIOD_MS = 500;
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Long enough for a steady caller never to meet it; one question brings an account back. */
  private static final long FORGOTTEN_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final BudgetAccounts accounts;
  private final BudgetLeases leases;

  /** One gives back at a time, so that each return has its turn. */
  private final ReentrantLock returning = new ReentrantLock();

  private volatile boolean closed;
  private @Nullable Thread sweeper;
  private @Nullable Thread listener;

  LeaseKeeper(BudgetAccounts accounts, BudgetLeases leases) {
    this.accounts = accounts;
    this.leases = leases;
  }

  void start() {
    sweeper = Thread.ofPlatform().daemon().name("gateway-budgets").start(this::sweepOn);
    listener = Thread.ofPlatform().daemon().name("gateway-recalls").start(this::hearOn);
  }

  private void sweepOn() {
    while (!closed) {
      try {
        sweep(System.nanoTime());
      } catch (MarketplaceException e) {
        LOG.debug("Budgets cannot be asked: {}", e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("The keeping of budgets met a defect", e);
      }
      Pause.millis(PERIOD_MS);
    }
  }

  /** One round, at {@code now} in {@link System#nanoTime} terms. */
  void sweep(long now) {
    Map<UUID, BudgetAccount> held = new LinkedHashMap<>();
    for (BudgetAccount account : accounts.all()) {
      Slice slice = account.current();
      if (slice != null
          && (slice.available() > 0 || slice.isReturning() || !account.idle(IDLE_NANOS))) {
        held.put(slice.lease, account);
      }
    }
    if (!held.isEmpty()) {
      // This asks the database first: what is given back next will arrive.
      for (LeaseState state : leases.states(java.util.List.copyOf(held.keySet()))) {
        BudgetAccount account = held.get(state.lease());
        if (account != null) {
          learn(account, state, now);
        }
      }
    }
    for (BudgetAccount account : accounts.all()) {
      accounts.settleQuestion(account);
      account.past().forEach(slice -> giveBack(account, slice));
    }
    accounts.forget(FORGOTTEN_NANOS);
  }

  private void learn(BudgetAccount account, LeaseState state, long now) {
    Slice slice = account.current();
    if (slice == null || !slice.lease.equals(state.lease())) {
      return;
    }
    slice.state(state.soft().value(), state.spentByOthers().value());
    if (state.recalled() || slice.isReturning() || !slice.valid(now) || account.idle(IDLE_NANOS)) {
      giveBack(account, slice);
    }
  }

  private void giveBack(BudgetAccount account, Slice slice) {
    returning.lock();
    try {
      for (Slice.Return back = slice.toReturn(); back != null; back = slice.toReturn()) {
        leases.giveBack(account.tenant, slice.lease, back.turn(), new NanoUsd(back.amount()));
        slice.returned();
      }
    } catch (MarketplaceException e) {
      // It may have arrived: counting on it here again could spend it twice. It is said again,
      // unless the database knows better.
      LOG.warn("What is left of a budget's slice could not be given back: {}", e.getMessage());
      if (e.code() != ProblemCode.UNAVAILABLE) {
        slice.returned();
      }
    } finally {
      returning.unlock();
    }
  }

  private void hearOn() {
    while (!closed) {
      try (Recalls recalls = leases.listen()) {
        while (!closed) {
          for (Recall recall : recalls.await(Duration.ofMillis(PERIOD_MS))) {
            hear(recall);
          }
        }
      } catch (MarketplaceException e) {
        LOG.debug("Recalls are not heard: {}", e.getMessage());
        Pause.millis(PERIOD_MS);
      } catch (RuntimeException e) {
        LOG.error("The hearing of recalls met a defect", e);
        Pause.millis(PERIOD_MS);
      }
    }
  }

  private void hear(Recall recall) {
    BudgetAccount account = accounts.find(recall.budget(), recall.label());
    // Who asks at this moment hears its own call.
    if (account == null || account.asking.isLocked()) {
      return;
    }
    Slice slice = account.current();
    if (slice != null) {
      giveBack(account, slice);
    }
    account.past().forEach(past -> giveBack(account, past));
  }

  /** Gives everything back that no call holds. */
  @Override
  public void close() {
    closed = true;
    if (sweeper != null) {
      sweeper.interrupt();
    }
    if (listener != null) {
      listener.interrupt();
    }
    for (BudgetAccount account : accounts.all()) {
      Slice slice = account.current();
      if (slice != null) {
        giveBack(account, slice);
      }
      account.past().forEach(past -> giveBack(account, past));
    }
  }
}

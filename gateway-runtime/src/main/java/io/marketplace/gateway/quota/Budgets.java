package io.marketplace.gateway.quota;

import io.marketplace.gateway.line.GatewayCall;
import io.marketplace.gateway.snapshot.BudgetRef;
import io.marketplace.gateway.snapshot.Grant;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.LeaseHolder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What calls may spend: reserves the most a call can cost in every budget that it counts in. */
public final class Budgets implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Budgets.class);
  private static final int RETRY_SECONDS = 2;

  /** Between two questions to a database that is away: nobody notices that it is back any later. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final CostBound bound;
  private final BudgetLeases leases;
  private final LeaseHolder holder;
  private final BudgetAccounts accounts;
  private final LeaseKeeper keeper;
  private final LabelValues labels;
  private volatile boolean closed;

  public Budgets(CostBound bound, BudgetLeases leases, LeaseHolder holder) {
    this.bound = bound;
    this.leases = leases;
    this.holder = holder;
    Outage outage = new Outage(PAUSE);
    this.accounts = new BudgetAccounts(leases, holder, Patience.USUAL, outage, this::refillSoon);
    this.keeper = new LeaseKeeper(accounts, leases);
    this.labels = new LabelValues(leases, outage);
  }

  /** Begins to hear recalls and to give back what is not used. */
  public void start() {
    keeper.start();
  }

  /**
   * All that the journal held when this process began is in the ledger: what earlier processes held
   * on it may go back, as soon as the database can be asked.
   */
  public void recovered() {
    Thread.ofVirtual().name("gateway-release").start(this::release);
  }

  private void release() {
    while (!closed) {
      try {
        NanoUsd freed = leases.release(holder);
        if (freed.value() > 0) {
          LOG.info("Budgets: {} USD of an earlier run were given back", freed.toDollars());
        }
        return;
      } catch (MarketplaceException e) {
        try {
          TimeUnit.SECONDS.sleep(RETRY_SECONDS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  /**
   * Reserves one attempt at the dearest lawful candidate.
   *
   * @throws io.marketplace.gateway.problem.GatewayProblem {@code budget_exceeded} or {@code
   *     budget_unavailable}
   */
  public Reservation reserve(GatewayCall call) {
    Reservation reservation = new Reservation();
    hold(reservation, call, bound.dearest(call));
    return reservation;
  }

  /** Reserves {@code more}; refuses like {@link #reserve}. */
  public void topUp(Reservation reservation, GatewayCall call, NanoUsd more) {
    hold(reservation, call, more);
  }

  private void hold(Reservation reservation, GatewayCall call, NanoUsd amount) {
    if (amount.value() == 0) {
      return;
    }
    TenantId tenant = call.key().owner().tenant();
    call.snapshot()
        .budgets()
        .freeLabels(tenant, call.attribution(), call.key().pinned())
        .forEach(label -> labels.require(call.key(), label));
    Grant grant = call.snapshot().grant(call.key().owner().application(), call.route().tier());
    List<BudgetRef> budgets =
        call.snapshot().budgets().of(call.key().owner(), call.attribution(), grant);
    accounts.reserve(reservation, tenant, budgets, amount.value());
  }

  private void refillSoon(BudgetAccount account) {
    Thread.ofVirtual()
        .name("gateway-refill")
        .start(
            () -> {
              try {
                accounts.refill(account);
              } catch (MarketplaceException e) {
                LOG.debug("A slice could not be refilled: {}", e.getMessage());
              } finally {
                account.refilling.set(false);
              }
            });
  }

  /** Gives back what no call holds. */
  @Override
  public void close() {
    closed = true;
    keeper.close();
  }
}

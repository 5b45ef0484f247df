package io.marketplace.gateway.quota;

import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.BudgetRef;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.metering.Booking;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.LeaseHolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A replica with a journal that outlives it, whose background work is done when a test says so. */
final class Replica {
  static final TenantId TENANT = TenantId.create();

  private final FakeLeases leases;
  private final UUID journal = UUID.randomUUID();

  /** Survives the process: open intents, and settlements that the database has not seen. */
  private final Map<Reservation, List<Booking>> intents = new LinkedHashMap<>();

  private final List<Booking> undrained = new ArrayList<>();
  private LeaseHolder holder;
  private BudgetAccounts accounts;
  private LeaseKeeper keeper;

  Replica(FakeLeases leases) {
    this.leases = leases;
    this.holder = new LeaseHolder(journal, UUID.randomUUID());
    this.accounts = accounts(leases, holder);
    this.keeper = new LeaseKeeper(accounts, leases);
  }

  private static BudgetAccounts accounts(FakeLeases leases, LeaseHolder holder) {
    return new BudgetAccounts(
        leases,
        holder,
        new Patience(List.of(), Duration.ZERO),
        new Outage(Duration.ZERO),
        account -> account.refilling.set(false));
  }

  /** Reserves and notes the intent; null when refused. */
  @Nullable Reservation reserve(BudgetId budget, long amount) {
    Reservation reservation = new Reservation();
    return more(reservation, budget, amount) ? reservation : null;
  }

  /** Holds more for the same call; false when refused. */
  boolean more(Reservation reservation, BudgetId budget, long amount) {
    try {
      accounts.reserve(reservation, TENANT, List.of(new BudgetRef(budget, "", "tenant")), amount);
    } catch (GatewayProblem refused) {
      return false;
    }
    intents.put(reservation, reservation.bookings(reservation.amount()));
    return true;
  }

  void settle(Reservation reservation, long cost) {
    NanoUsd amount = new NanoUsd(cost);
    intents.remove(reservation);
    undrained.addAll(reservation.bookings(amount));
    reservation.settle(amount);
  }

  /** Writes what was settled to the ledger. */
  void drain() {
    undrained.forEach(booking -> leases.settle(booking.lease(), booking.amount().value()));
    undrained.clear();
  }

  void sweep() {
    keeper.sweep(System.nanoTime());
  }

  /** Gives back what no call holds. */
  void giveBack() {
    keeper.close();
  }

  /** Dies, and starts again on the same journal. */
  void crash() {
    holder = new LeaseHolder(journal, UUID.randomUUID());
    accounts = accounts(leases, holder);
    keeper = new LeaseKeeper(accounts, leases);
    intents.values().forEach(undrained::addAll);
    intents.clear();
    drain();
    var unused = leases.release(holder);
  }

  /** What calls hold at this moment, and what they have used that no ledger shows yet. */
  long reservedAndUndrained() {
    long held = undrained.stream().mapToLong(booking -> booking.amount().value()).sum();
    for (List<Booking> bookings : intents.values()) {
      held += bookings.stream().mapToLong(booking -> booking.amount().value()).sum();
    }
    return held;
  }
}

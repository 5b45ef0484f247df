package io.marketplace.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.gateway.snapshot.BudgetRef;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.LeaseHolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a replica keeps of budgets whose labels callers choose. */
class BudgetAccountsTest {

  private static final BudgetId BUDGET = BudgetId.create();
  private static final long CAP = 1_000_000_000;

  private final FakeLeases leases = new FakeLeases();
  private final BudgetAccounts accounts =
      new BudgetAccounts(
          leases,
          new LeaseHolder(UUID.randomUUID(), UUID.randomUUID()),
          new Patience(List.of(), Duration.ZERO),
          account -> account.refilling.set(false));

  private Reservation reserve(String label, long amount) {
    Reservation reservation = new Reservation();
    accounts.reserve(
        reservation, Replica.TENANT, List.of(new BudgetRef(BUDGET, label, "agent")), amount);
    return reservation;
  }

  private void giveBack() {
    for (BudgetAccount account : accounts.all()) {
      Slice slice = account.current();
      long free = slice == null ? 0 : slice.takeFree();
      if (slice != null && free > 0) {
        leases.giveBack(account.tenant, slice.lease, new NanoUsd(free));
      }
    }
  }

  @Test
  void labelsThatNobodyUsesAnyMoreAreForgotten() {
    leases.cap(BUDGET, CAP);
    for (int i = 0; i < 1_000; i++) {
      reserve("agent-" + i, 10).settle(new NanoUsd(1));
    }
    accounts.forget(0);
    assertThat(accounts.all()).hasSize(1_000);
    giveBack();
    accounts.forget(TimeUnit.HOURS.toNanos(1));
    assertThat(accounts.all()).hasSize(1_000);
    accounts.forget(0);
    assertThat(accounts.all()).isEmpty();
    reserve("agent-7", 10).settle(new NanoUsd(1));
    giveBack();
    assertThat(leases.leased(BUDGET)).isEqualTo(1_001);
  }

  @Test
  void anAccountOfWhichACallHoldsMoneyStays() {
    leases.cap(BUDGET, CAP);
    Reservation open = reserve("a", 10);
    giveBack();
    accounts.forget(0);
    assertThat(accounts.all()).hasSize(1);
    open.settle(new NanoUsd(4));
    giveBack();
    assertThat(leases.leased(BUDGET)).isEqualTo(4);
  }

  @Test
  void nothingIsLostWhileCallsComeAndAccountsGo() throws InterruptedException {
    leases.cap(BUDGET, CAP);
    List<Thread> callers = new ArrayList<>();
    for (int caller = 0; caller < 4; caller++) {
      callers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = 0; i < 60; i++) {
                      Reservation reservation = reserve("a", 10);
                      pause();
                      reservation.settle(new NanoUsd(3));
                      pause();
                    }
                  }));
    }
    while (callers.stream().anyMatch(Thread::isAlive)) {
      giveBack();
      accounts.forget(TimeUnit.MILLISECONDS.toNanos(5));
    }
    giveBack();
    assertThat(leases.leased(BUDGET)).isEqualTo(4 * 60 * 3);
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(12));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.marketplace.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marketplace.gateway.pause.Pause;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.gateway.snapshot.BudgetRef;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.LeaseHolder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
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
          new Outage(Duration.ZERO),
          account -> account.refilling.set(false));

  private final LeaseKeeper keeper = new LeaseKeeper(accounts, leases);

  private Reservation reserve(String label, long amount) {
    Reservation reservation = new Reservation();
    accounts.reserve(
        reservation, Replica.TENANT, List.of(new BudgetRef(BUDGET, label, "agent")), amount);
    return reservation;
  }

  private void giveBack() {
    keeper.close();
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
                      Pause.millis(ThreadLocalRandom.current().nextInt(12));
                      reservation.settle(new NanoUsd(3));
                      Pause.millis(ThreadLocalRandom.current().nextInt(12));
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

  @Test
  void aLostAnswerIsAskedForAgainAndCostsNothing() {
    leases.cap(BUDGET, CAP);
    leases.loseAnswers(1);
    assertThatThrownBy(() -> reserve("a", 10)).isInstanceOf(GatewayProblem.class);
    long lost = leases.leased(BUDGET);
    assertThat(lost).isPositive();
    // The next who asks gets what was given then, and no more than that is leased.
    reserve("a", 10).settle(new NanoUsd(4));
    assertThat(leases.leased(BUDGET)).isEqualTo(lost);
    giveBack();
    assertThat(leases.leased(BUDGET)).isEqualTo(4);
  }

  @Test
  void aLostAnswerThatNobodyAsksForAgainIsFoundByTheKeeper() {
    leases.cap(BUDGET, CAP);
    leases.loseAnswers(1);
    assertThatThrownBy(() -> reserve("a", 10)).isInstanceOf(GatewayProblem.class);
    accounts.forget(0);
    assertThat(accounts.all()).hasSize(1);
    keeper.sweep(System.nanoTime());
    giveBack();
    assertThat(leases.leased(BUDGET)).isZero();
    accounts.forget(0);
    assertThat(accounts.all()).isEmpty();
  }

  @Test
  void whatWasGivenBackWithoutAnAnswerIsGivenBackOnce() {
    leases.cap(BUDGET, CAP);
    reserve("a", 10).settle(new NanoUsd(4));
    for (boolean arrives : new boolean[] {true, false}) {
      reserve("a", 1_000_000).settle(NanoUsd.ZERO);
      leases.away(!arrives);
      leases.loseAnswers(arrives ? 1 : 0);
      giveBack();
      leases.away(false);
      if (arrives) {
        assertThat(leases.leased(BUDGET)).isEqualTo(4);
      } else {
        assertThat(leases.leased(BUDGET)).isGreaterThan(4);
      }
      keeper.sweep(System.nanoTime());
      assertThat(leases.leased(BUDGET)).isEqualTo(4);
    }
  }

  @Test
  void onceTheDatabaseIsKnownToBeAwayOneAsksAndNobodyWaits() throws InterruptedException {
    leases.cap(BUDGET, CAP);
    BudgetAccounts patient =
        new BudgetAccounts(
            leases,
            new LeaseHolder(UUID.randomUUID(), UUID.randomUUID()),
            new Patience(List.of(), Duration.ZERO),
            new Outage(Duration.ofMillis(250)),
            account -> account.refilling.set(false));
    leases.away(true);
    leases.answersAfter(Duration.ofMillis(500));
    List<Long> waited = new CopyOnWriteArrayList<>();
    List<Thread> callers = new ArrayList<>();
    long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
    for (int caller = 0; caller < 8; caller++) {
      // Each names a label of its own: no account has been refused before.
      String label = "agent-" + caller;
      callers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (System.nanoTime() < end) {
                      long begin = System.nanoTime();
                      assertThatThrownBy(
                              () ->
                                  patient.reserve(
                                      new Reservation(),
                                      Replica.TENANT,
                                      List.of(new BudgetRef(BUDGET, label, "agent")),
                                      10))
                          .isInstanceOf(GatewayProblem.class);
                      waited.add((System.nanoTime() - begin) / 1_000_000);
                      Pause.millis(ThreadLocalRandom.current().nextInt(12));
                    }
                  }));
    }
    for (Thread caller : callers) {
      caller.join();
    }
    long slow = waited.stream().filter(ms -> ms > 200).count();
    // The first of each, and from then on one of all within each 750 ms.
    assertThat(slow).isBetween(8L, 8L + 4);
    assertThat(waited.size()).isGreaterThan(100);
  }
}

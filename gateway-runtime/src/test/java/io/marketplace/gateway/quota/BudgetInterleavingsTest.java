package io.marketplace.gateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Any order of calls, top-ups, settlements, recalls, sweeps, drains, crashes and outages on three
 * replicas: what is settled and what is reserved never exceed the cap together, and in the end all
 * that was not spent is free again.
 */
class BudgetInterleavingsTest {
  private static final int REPLICAS = 3;

  enum Kind {
    RESERVE,
    TOP_UP,
    SETTLE,
    SWEEP,
    GIVE_BACK,
    DRAIN,
    CRASH,
    AWAY,
    LOSE,
    BACK
  }

  record Action(Kind kind, int replica, long amount, int pick) {}

  @Provide
  Arbitrary<List<Action>> actions() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(10, Kind.RESERVE),
            Tuple.of(2, Kind.TOP_UP),
            Tuple.of(8, Kind.SETTLE),
            Tuple.of(2, Kind.SWEEP),
            Tuple.of(1, Kind.GIVE_BACK),
            Tuple.of(3, Kind.DRAIN),
            Tuple.of(1, Kind.CRASH),
            Tuple.of(1, Kind.AWAY),
            Tuple.of(2, Kind.LOSE),
            Tuple.of(2, Kind.BACK));
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, REPLICAS - 1),
            Arbitraries.longs().between(1, 400),
            Arbitraries.integers().between(0, 1_000))
        .as(Action::new)
        .list()
        .ofMaxSize(120);
  }

  private static final class Run {
    final FakeLeases leases = new FakeLeases();
    final BudgetId budget = BudgetId.create();
    final List<Replica> replicas = new ArrayList<>();
    final List<List<Reservation>> open = new ArrayList<>();
    final long cap;
    long spent;

    Run(long cap) {
      this.cap = cap;
      leases.cap(budget, cap);
      for (int i = 0; i < REPLICAS; i++) {
        replicas.add(new Replica(leases));
        open.add(new ArrayList<>());
      }
    }

    void act(Action action) {
      Replica replica = replicas.get(action.replica());
      List<Reservation> calls = open.get(action.replica());
      Reservation call = calls.isEmpty() ? null : calls.get(action.pick() % calls.size());
      switch (action.kind()) {
        case RESERVE -> {
          Reservation made = replica.reserve(budget, action.amount());
          if (made != null) {
            calls.add(made);
          }
        }
        case TOP_UP -> {
          if (call != null) {
            var unused = replica.more(call, budget, action.amount());
          }
        }
        case SETTLE -> {
          if (call != null) {
            calls.remove(call);
            long cost = action.pick() * call.amount().value() / 1_000;
            replica.settle(call, cost);
            spent += cost;
          }
        }
        case SWEEP -> ifThere(replica::sweep);
        case GIVE_BACK -> ifThere(replica::giveBack);
        case DRAIN -> replica.drain();
        case CRASH -> {
          leases.away(false);
          leases.loseAnswers(0);
          calls.forEach(lost -> spent += lost.amount().value());
          calls.clear();
          replica.crash();
        }
        case AWAY -> leases.away(true);
        case LOSE -> leases.loseAnswers(1);
        case BACK -> leases.away(false);
      }
    }

    private static void ifThere(Runnable work) {
      try {
        work.run();
      } catch (MarketplaceException away) {
        assertThat(away.code()).isEqualTo(ProblemCode.UNAVAILABLE);
      }
    }

    long held() {
      return replicas.stream().mapToLong(Replica::reservedAndUndrained).sum();
    }
  }

  @Property(tries = 400)
  void settledAndReservedStayBelowTheCap(@ForAll("actions") List<Action> actions) {
    Run run = new Run(1_000);
    for (Action action : actions) {
      run.act(action);
      assertThat(run.leases.settled(run.budget) + run.held()).isLessThanOrEqualTo(run.cap);
      assertThat(run.leases.leased(run.budget)).isLessThanOrEqualTo(run.cap);
    }
    run.leases.away(false);
    run.leases.loseAnswers(0);
    for (int i = 0; i < REPLICAS; i++) {
      for (Reservation call : run.open.get(i)) {
        run.spent += call.amount().value();
        run.replicas.get(i).settle(call, call.amount().value());
      }
      run.replicas.get(i).drain();
      // Whatever answer was lost meanwhile: nobody has to start again for it to come back.
      run.replicas.get(i).sweep();
      run.replicas.get(i).giveBack();
    }
    assertThat(run.leases.settled(run.budget)).isEqualTo(run.spent);
    assertThat(run.leases.leased(run.budget)).isEqualTo(run.spent);
    assertThat(new NanoUsd(run.spent)).isLessThanOrEqualTo(new NanoUsd(run.cap));
  }
}

package io.marketplace.gateway.quota;

import io.marketplace.gateway.pause.Pause;
import io.marketplace.model.kernel.NanoUsd;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import io.marketplace.model.quota.BudgetId;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.LabelAnswer;
import io.marketplace.model.quota.LabelWish;
import io.marketplace.model.quota.LeaseAnswer;
import io.marketplace.model.quota.LeaseHolder;
import io.marketplace.model.quota.LeaseState;
import io.marketplace.model.quota.LeaseWish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Budgets in memory, kept as the database's functions keep them; all windows are one. */
public final class FakeLeases implements BudgetLeases {

  /** A budget's window. */
  private static final class Window {
    long cap;
    long leased;
    long settled;
  }

  private static final class Lease {
    final UUID id;
    final Place place;
    final Window window;
    final LeaseHolder holder;
    long granted;
    long settled;
    boolean recalled;
    boolean returned;
    long question;
    long answered;
    long turn;

    Lease(UUID id, Place place, Window window, LeaseHolder holder) {
      this.id = id;
      this.place = place;
      this.window = window;
      this.holder = holder;
    }
  }

  private record Place(BudgetId budget, String label) {}

  private record LabelPlace(KeyId key, BudgetKind kind) {}

  private final Map<BudgetId, Long> caps = new LinkedHashMap<>();
  private final Map<Place, Window> windows = new LinkedHashMap<>();
  private final Map<UUID, Lease> leases = new LinkedHashMap<>();
  private final List<Recall> recalls = new ArrayList<>();
  private Duration valid = Duration.ofHours(1);
  private final Map<LabelPlace, Set<String>> labels = new LinkedHashMap<>();
  private boolean away;
  private int lost;
  private volatile long waitMillis;
  private int softPercent = 80;

  /** How often the database was asked for a slice. */
  private int asked;

  private int labelsAsked;

  /** Sets a budget. */
  public synchronized void cap(BudgetId budget, long nano) {
    caps.put(budget, nano);
  }

  /** Takes the database away, or brings it back. */
  public synchronized void away(boolean value) {
    away = value;
  }

  /** Does what is asked so many times more, and says that it was away. */
  public synchronized void loseAnswers(int times) {
    lost = times;
  }

  /** Lets everybody who asks for a slice wait, as a database does that is not there. */
  void answersAfter(Duration time) {
    waitMillis = time.toMillis();
  }

  private void told() {
    if (lost > 0) {
      lost--;
      throw new MarketplaceException(ProblemCode.UNAVAILABLE, "The answer was lost.");
    }
  }

  /** Sets the soft line of all budgets. */
  public synchronized void softPercent(int value) {
    softPercent = value;
  }

  synchronized void valid(Duration value) {
    valid = value;
  }

  synchronized int asked() {
    return asked;
  }

  /** How often the database was asked for a label's value. */
  public synchronized int labelsAsked() {
    return labelsAsked;
  }

  private void there() {
    if (away) {
      throw new MarketplaceException(ProblemCode.UNAVAILABLE, "The database is not available.");
    }
  }

  @Override
  public LeaseAnswer lease(LeaseWish wish) {
    Pause.millis(waitMillis);
    synchronized (this) {
      there();
      asked++;
      LeaseAnswer answer = decide(wish);
      told();
      return answer;
    }
  }

  private LeaseAnswer decide(LeaseWish wish) {
    Long cap = caps.get(wish.budget());
    if (cap == null) {
      return new LeaseAnswer.Gone();
    }
    Place place = new Place(wish.budget(), wish.label());
    Window window = windows.computeIfAbsent(place, key -> new Window());
    window.cap = Math.max(cap, window.leased);
    Lease before = answered(wish);
    if (before != null) {
      return granted(before, before.question == wish.question() ? before.answered : 0, cap);
    }
    long remaining = Math.max(0, cap - window.leased);
    long need = wish.need().value();
    if (remaining < need) {
      boolean recalled = false;
      if (wish.recall()) {
        for (Lease lease : leases.values()) {
          if (lease.place.equals(place)
              && !lease.holder.life().equals(wish.holder().life())
              && lease.granted > lease.settled) {
            lease.recalled = true;
            recalled = true;
          }
        }
        recalls.add(new Recall(wish.budget(), wish.label()));
      }
      return new LeaseAnswer.Exhausted(new NanoUsd(remaining), recalled);
    }
    long amount = Math.min(remaining, Math.max(need, Math.min(wish.want().value(), remaining / 8)));
    Lease lease = current(wish, place, window);
    lease.granted += amount;
    lease.question = wish.question();
    lease.answered = amount;
    window.leased += amount;
    check(window);
    return granted(lease, amount, cap);
  }

  private LeaseAnswer granted(Lease lease, long amount, long cap) {
    return new LeaseAnswer.Granted(
        lease.id,
        new NanoUsd(amount),
        Instant.EPOCH,
        valid,
        new NanoUsd(Math.ceilDiv(cap * softPercent, 100)),
        new NanoUsd(lease.window.settled - lease.settled));
  }

  /** The lease from which the question, or a later one, was answered. */
  private @Nullable Lease answered(LeaseWish wish) {
    for (UUID id : new UUID[] {wish.current(), wish.fresh()}) {
      Lease lease = id == null ? null : leases.get(id);
      if (lease != null
          && lease.holder.equals(wish.holder())
          && !lease.returned
          && lease.question >= wish.question()) {
        return lease;
      }
    }
    return null;
  }

  @Override
  public synchronized LabelAnswer admit(LabelWish wish) {
    there();
    labelsAsked++;
    Set<String> known =
        labels.computeIfAbsent(
            new LabelPlace(wish.key(), wish.kind()), key -> new LinkedHashSet<>());
    if (known.contains(wish.value()) || known.size() < wish.most()) {
      known.add(wish.value());
      return new LabelAnswer.Admitted(valid);
    }
    return new LabelAnswer.Full(valid, known);
  }

  private Lease current(LeaseWish wish, Place place, Window window) {
    UUID id = wish.current();
    Lease known = id == null ? null : leases.get(id);
    if (known != null && known.holder.equals(wish.holder()) && !known.returned) {
      return known;
    }
    Lease lease = new Lease(wish.fresh(), place, window, wish.holder());
    leases.put(lease.id, lease);
    return lease;
  }

  private static void check(Window window) {
    if (window.settled < 0 || window.settled > window.leased || window.leased > window.cap) {
      throw new AssertionError(
          "settled %d, leased %d, cap %d".formatted(window.settled, window.leased, window.cap));
    }
  }

  @Override
  public synchronized void giveBack(TenantId tenant, UUID id, long turn, NanoUsd unused) {
    there();
    Lease lease = leases.get(id);
    if (lease != null && !lease.returned && lease.turn < turn) {
      lease.turn = turn;
      giveBack(lease, unused);
    }
    told();
  }

  private static void giveBack(Lease lease, NanoUsd unused) {
    lease.granted -= unused.value();
    lease.recalled = false;
    Window window = lease.window;
    window.leased -= unused.value();
    if (lease.granted < lease.settled) {
      throw new AssertionError("given back more than was left");
    }
    check(window);
  }

  /** Books what a call has used, as the ledger's writer does. */
  public synchronized void settle(UUID id, long amount) {
    Lease lease = Objects.requireNonNull(leases.get(id));
    lease.settled += amount;
    Window window = lease.window;
    window.settled += amount;
    if (lease.settled > lease.granted) {
      throw new AssertionError("settled more than was leased");
    }
    check(window);
  }

  @Override
  public synchronized List<LeaseState> states(List<UUID> ids) {
    there();
    return ids.stream()
        .map(id -> Objects.requireNonNull(leases.get(id)))
        .map(
            lease ->
                new LeaseState(
                    lease.id,
                    lease.recalled,
                    new NanoUsd(
                        Math.ceilDiv(
                            caps.getOrDefault(lease.place.budget(), 0L) * softPercent, 100)),
                    new NanoUsd(lease.window.settled - lease.settled)))
        .toList();
  }

  @Override
  public synchronized NanoUsd release(LeaseHolder holder) {
    there();
    long freed = 0;
    for (Lease lease : leases.values()) {
      if (lease.holder.journal().equals(holder.journal())
          && !lease.holder.life().equals(holder.life())
          && !lease.returned) {
        long unused = lease.granted - lease.settled;
        lease.window.leased -= unused;
        lease.granted = lease.settled;
        lease.returned = true;
        freed += unused;
      }
    }
    return new NanoUsd(freed);
  }

  @Override
  public Recalls listen() {
    synchronized (this) {
      there();
    }
    return new Recalls() {
      @Override
      public List<Recall> await(Duration timeout) {
        Pause.of(timeout.compareTo(Duration.ofMillis(10)) > 0 ? Duration.ofMillis(10) : timeout);
        synchronized (FakeLeases.this) {
          List<Recall> heard = List.copyOf(recalls);
          recalls.clear();
          return heard;
        }
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }

  /** What is leased of all windows of a budget. */
  public synchronized long leased(BudgetId budget) {
    return windows.entrySet().stream()
        .filter(entry -> entry.getKey().budget().equals(budget))
        .mapToLong(entry -> entry.getValue().leased)
        .sum();
  }

  /** What is settled of all windows of a budget. */
  public synchronized long settled(BudgetId budget) {
    return windows.entrySet().stream()
        .filter(entry -> entry.getKey().budget().equals(budget))
        .mapToLong(entry -> entry.getValue().settled)
        .sum();
  }
}

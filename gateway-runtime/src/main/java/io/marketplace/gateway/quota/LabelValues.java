package io.marketplace.gateway.quota;

import io.marketplace.gateway.snapshot.FreeLabel;
import io.marketplace.gateway.snapshot.KeyEntry;
import io.marketplace.model.keys.KeyId;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.quota.BudgetKind;
import io.marketplace.model.quota.BudgetLeases;
import io.marketplace.model.quota.LabelAnswer;
import io.marketplace.model.quota.LabelWish;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which values of labels keys may bear, where budgets limit what such labels spend: a new value
 * must be no way round them. The database counts, so that the number is exact over all replicas; it
 * is asked once for each new value here, and once a second at most when a key has used up its
 * values.
 */
final class LabelValues {

  private static final long WAIT_MS = 3_000;
  private static final long ASK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Sub-keys count with their parent, but may be narrower than it. */
  private record Place(KeyId key, BudgetKind kind, int most) {}

  private enum Look {
    ADMITTED,
    REFUSED,
    /** The database must be asked. */
    UNKNOWN
  }

  /** What is known of a place until the month ends. */
  private static final class Known {
    final Set<String> values = ConcurrentHashMap.newKeySet();
    final long validUntil;
    volatile boolean full;
    volatile long fullUntil;

    Known(long validUntil) {
      this.validUntil = validUntil;
    }

    boolean passed(long now) {
      return now - validUntil >= 0;
    }
  }

  private final Map<Place, Known> known = new ConcurrentHashMap<>();
  private final Map<Place, ReentrantLock> asking = new ConcurrentHashMap<>();
  private final BudgetLeases leases;
  private final Outage outage;

  /** Asks {@code leases}, of which {@code outage} knows whether they answer. */
  LabelValues(BudgetLeases leases, Outage outage) {
    this.leases = leases;
    this.outage = outage;
  }

  /**
   * Lets the key bear the label.
   *
   * @throws io.marketplace.gateway.problem.GatewayProblem {@code budget_exceeded} for a value too
   *     many, {@code budget_unavailable} if a new one cannot be counted now
   */
  void require(KeyEntry key, FreeLabel label) {
    KeyId parent = key.bounds().parent();
    Place place =
        new Place(
            parent == null ? key.owner().key() : parent, label.kind(), key.bounds().labelValues());
    Look look = look(place, label.value());
    if (look == Look.UNKNOWN) {
      look = askAlone(place, key, label);
    }
    if (look == Look.REFUSED) {
      throw BudgetFailure.TOO_MANY_LABELS.problem(label.kind().code());
    }
  }

  private Look look(Place place, String value) {
    long now = System.nanoTime();
    Known seen = known.get(place);
    if (seen == null || seen.passed(now)) {
      return Look.UNKNOWN;
    }
    if (seen.values.contains(value)) {
      return Look.ADMITTED;
    }
    return seen.full && now - seen.fullUntil < 0 ? Look.REFUSED : Look.UNKNOWN;
  }

  private Look askAlone(Place place, KeyEntry key, FreeLabel label) {
    if (outage.blocks()) {
      throw BudgetFailure.UNAVAILABLE.problem(label.kind().code());
    }
    ReentrantLock alone = asking.computeIfAbsent(place, at -> new ReentrantLock());
    boolean locked = false;
    try {
      locked = alone.tryLock(WAIT_MS, TimeUnit.MILLISECONDS);
      if (!locked) {
        throw BudgetFailure.UNAVAILABLE.problem(label.kind().code());
      }
      // Whoever was asking may have found out.
      Look look = look(place, label.value());
      return look == Look.UNKNOWN ? ask(place, key, label) : look;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BudgetFailure.UNAVAILABLE.problem(label.kind().code());
    } catch (MarketplaceException e) {
      throw BudgetFailure.UNAVAILABLE.problem(label.kind().code());
    } finally {
      if (locked) {
        alone.unlock();
      }
    }
  }

  private Look ask(Place place, KeyEntry key, FreeLabel label) {
    long now = System.nanoTime();
    LabelWish wish =
        new LabelWish(key.owner().tenant(), place.key(), place.kind(), label.value(), place.most());
    LabelAnswer answer = outage.ask(() -> leases.admit(wish));
    Known seen = known.get(place);
    if (seen == null || seen.passed(now)) {
      // Another month: nobody needs what was known of the last one.
      known.values().removeIf(old -> old.passed(now));
      seen = new Known(now + answer.valid().toNanos());
      known.put(place, seen);
    }
    if (answer instanceof LabelAnswer.Full full) {
      seen.values.addAll(full.known());
      seen.fullUntil = System.nanoTime() + ASK_AGAIN_NANOS;
      seen.full = true;
      return Look.REFUSED;
    }
    seen.values.add(label.value());
    return Look.ADMITTED;
  }
}

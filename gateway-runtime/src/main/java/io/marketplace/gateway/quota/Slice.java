package io.marketplace.gateway.quota;

import io.marketplace.model.quota.LeaseAnswer.Granted;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What this replica holds of one window of a budget, in nano-dollars: leased, not yet reserved.
 * Calls reserve from it without a lock and without asking anybody.
 */
final class Slice {
  final UUID lease;
  final Instant windowStart;
  private final AtomicLong available = new AtomicLong();
  private final AtomicLong spentHere = new AtomicLong();
  private final AtomicInteger open = new AtomicInteger();
  private volatile long validUntil;
  private volatile long soft;
  private volatile long spentByOthers;
  private volatile long lowWater;
  private final AtomicReference<@Nullable Return> returning = new AtomicReference<>();
  private long turns;

  /**
   * Something on its way back.
   *
   * @param turn which time it is, counted up from 1
   * @param amount how much
   */
  record Return(long turn, long amount) {}

  Slice(UUID lease, Instant windowStart) {
    this.lease = lease;
    this.windowStart = windowStart;
  }

  /**
   * Adds what was granted; {@code now} is {@link System#nanoTime}, taken before it was asked for.
   */
  void grow(Granted granted, long now) {
    validUntil = now + granted.valid().toNanos();
    state(granted.soft().value(), granted.spentByOthers().value());
    lowWater = available.addAndGet(granted.amount().value()) / 4;
  }

  /** What the database knows of the window. */
  void state(long softAt, long othersSpent) {
    soft = softAt;
    spentByOthers = othersSpent;
  }

  /** Takes {@code amount} if it is there and the window has not passed. */
  boolean reserve(long amount, long now) {
    if (!valid(now)) {
      return false;
    }
    // Counted before it is taken, so that nobody sees taken money and no open call.
    open.incrementAndGet();
    long before = available.get();
    while (before >= amount) {
      if (available.compareAndSet(before, before - amount)) {
        return true;
      }
      before = available.get();
    }
    open.decrementAndGet();
    return false;
  }

  /** Ends a reservation: {@code unused} of it is free again, {@code spent} is gone. */
  void settle(long unused, long spent) {
    spentHere.addAndGet(spent);
    available.addAndGet(unused);
    open.decrementAndGet();
  }

  /**
   * What to give back: that of which nobody knows whether it arrived, or else all that is free,
   * which nobody can reserve from then on. Null if there is nothing. For one thread at a time,
   * until {@link #returned}.
   */
  @Nullable Return toReturn() {
    Return open = returning.get();
    if (open == null) {
      long free = available.getAndSet(0);
      open = free == 0 ? null : new Return(++turns, free);
      returning.set(open);
    }
    return open;
  }

  /** It arrived. */
  void returned() {
    returning.set(null);
  }

  /** Whether something is on its way back of which nobody knows whether it arrived. */
  boolean isReturning() {
    return returning.get() != null;
  }

  /** Whether nothing is left of it, and no call holds any. */
  boolean isEmpty() {
    return unused() && available() == 0 && !isReturning();
  }

  long available() {
    return available.get();
  }

  boolean valid(long now) {
    return now - validUntil < 0;
  }

  /** Whether no call holds any of it. */
  boolean unused() {
    return open.get() == 0;
  }

  boolean low() {
    return available.get() < lowWater;
  }

  /** Whether the window's spend, as far as it is known here, has reached the soft line. */
  boolean soft() {
    return spentByOthers + spentHere.get() >= soft;
  }
}

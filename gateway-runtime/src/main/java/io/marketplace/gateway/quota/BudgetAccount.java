package io.marketplace.gateway.quota;

import io.marketplace.gateway.snapshot.BudgetRef;
import io.marketplace.model.kernel.TenantId;
import io.marketplace.model.quota.LeaseAnswer.Granted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One budget at this replica: the slice in use, those that still have open calls, and what was
 * refused lately.
 */
final class BudgetAccount {
  final TenantId tenant;
  final BudgetRef budget;

  /** Held while the database is asked for more: one asks, the others wait for what it gets. */
  final ReentrantLock asking = new ReentrantLock();

  /** Set while a refill is under way. */
  final AtomicBoolean refilling = new AtomicBoolean();

  /** What was asked and not answered yet; read and changed by who holds {@link #asking}. */
  private @Nullable Question unanswered;

  private long questions;
  private volatile @Nullable Slice current;
  private final List<Slice> past = new ArrayList<>();
  private volatile @Nullable Refusal refusal;
  private volatile boolean retired;
  private volatile long lastUse = System.nanoTime();
  private volatile long lastGrant;
  private volatile long lastGrantAt;

  /**
   * A question to the database. While nobody knows what became of it, no other is asked: the next
   * one who asks repeats it and learns what was given for it.
   *
   * @param number counted up from 1
   * @param fresh the lease to be made where {@code lease} cannot be added to
   * @param lease the lease in use when it was first asked; null without one
   */
  record Question(long number, UUID fresh, @Nullable UUID lease) {}

  /**
   * Why asking again is no use before {@code until}; amounts up to {@code left} are not concerned.
   */
  record Refusal(BudgetFailure why, long left, long until) {}

  BudgetAccount(TenantId tenant, BudgetRef budget) {
    this.tenant = tenant;
    this.budget = budget;
  }

  @Nullable Slice current() {
    return current;
  }

  /** Reserves from the slice in use; null if it does not hold that much. */
  @Nullable Slice reserve(long amount) {
    long now = System.nanoTime();
    lastUse = now;
    Slice slice = current;
    return slice != null && slice.reserve(amount, now) ? slice : null;
  }

  /** The question to ask: the one that was not answered, or else the next; see {@link #asking}. */
  Question question() {
    Question open = unanswered;
    if (open == null) {
      Slice slice = current;
      open = new Question(++questions, UUID.randomUUID(), slice == null ? null : slice.lease);
      unanswered = open;
    }
    return open;
  }

  /** The question was answered; said by who holds {@link #asking}. */
  void answered() {
    unanswered = null;
  }

  /** Whether the answer to a question was lost; asked by who holds {@link #asking}. */
  boolean isUnanswered() {
    return unanswered != null;
  }

  /** Takes over what was granted; called by who holds {@link #asking}. */
  void grow(Granted granted, long askedAt) {
    Slice slice = current;
    if (slice == null || !slice.lease.equals(granted.lease())) {
      Slice next = new Slice(granted.lease(), granted.windowStart());
      next.grow(granted, askedAt);
      synchronized (past) {
        if (slice != null) {
          past.add(slice);
        }
      }
      current = next;
    } else {
      slice.grow(granted, askedAt);
    }
    lastGrant = granted.amount().value();
    lastGrantAt = askedAt;
    refusal = null;
  }

  /**
   * How much to ask for when {@code need} is needed: for some dozens of calls, as much as the last
   * time, and twice that when it was used up within seconds.
   */
  long want(long need, long now) {
    boolean busy = now - lastGrantAt < 5_000_000_000L;
    long calls = need > Long.MAX_VALUE / 64 ? Long.MAX_VALUE : need * 64;
    long doubled = lastGrant > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : lastGrant * 2;
    return Math.max(calls, busy ? doubled : lastGrant);
  }

  /** Remembers that asking is no use for a moment. */
  void refuse(BudgetFailure why, long left, long until) {
    refusal = new Refusal(why, left, until);
  }

  /** Why {@code amount} need not be asked for now; null if it may. */
  @Nullable BudgetFailure refused(long amount) {
    Refusal known = refusal;
    return known != null && amount > known.left() && System.nanoTime() - known.until() < 0
        ? known.why()
        : null;
  }

  /**
   * Closes an account that nothing is left of and nobody uses; called by who holds {@link #asking}.
   * A call that reserves notes its use first: none has begun since the first look if the last one
   * finds none.
   */
  boolean retire(long idleNanos) {
    Slice slice = current;
    boolean empty = (slice == null || slice.isEmpty()) && !isUnanswered();
    retired = empty && past().isEmpty() && idle(idleNanos);
    return retired;
  }

  /** Whether it is closed: there may be another of the same budget by now. */
  boolean isRetired() {
    return retired;
  }

  boolean idle(long nanos) {
    return System.nanoTime() - lastUse > nanos;
  }

  /** The slices of earlier windows; those that nothing is left of are forgotten. */
  List<Slice> past() {
    synchronized (past) {
      past.removeIf(Slice::isEmpty);
      return List.copyOf(past);
    }
  }
}

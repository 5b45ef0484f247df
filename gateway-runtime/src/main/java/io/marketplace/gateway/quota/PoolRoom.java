package io.marketplace.gateway.quota;

import io.marketplace.gateway.snapshot.LiveReplicas;
import io.marketplace.gateway.snapshot.LiveReplicas.Seat;
import io.marketplace.gateway.snapshot.Pool;
import io.marketplace.model.quota.CallPriority;
import io.marketplace.model.routing.PoolId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps room in pools for urgent work: of a pool's known capacity, batch work may fill {@value
 * #BATCH_PERCENT} % and background work {@value #BACKGROUND_PERCENT} %, both counted with all calls
 * under way there. A pool that is idle takes one call of any class. Interactive calls are never
 * turned away here; the pool itself queues or refuses them. Each gateway counts its own calls
 * against its part of the capacity. Thread-safe, without locks.
 */
public final class PoolRoom {
  static final int BATCH_PERCENT = 80;
  static final int BACKGROUND_PERCENT = 50;

  private final Map<PoolId, AtomicInteger> inFlight = new ConcurrentHashMap<>();
  private final LiveReplicas replicas;

  /** Splits capacities among {@code replicas}. */
  public PoolRoom(LiveReplicas replicas) {
    this.replicas = replicas;
  }

  /** Begins a call; false when it has to yield. Every call that was begun is to be left once. */
  public boolean enter(Pool pool, CallPriority priority) {
    AtomicInteger calls = calls(pool);
    int bound = bound(pool, priority);
    while (true) {
      int now = calls.get();
      if (now >= bound) {
        return false;
      }
      if (calls.compareAndSet(now, now + 1)) {
        return true;
      }
    }
  }

  /** Ends a call. */
  public void leave(Pool pool) {
    calls(pool).decrementAndGet();
  }

  private AtomicInteger calls(Pool pool) {
    AtomicInteger known = inFlight.get(pool.id());
    return known == null ? inFlight.computeIfAbsent(pool.id(), id -> new AtomicInteger()) : known;
  }

  private int bound(Pool pool, CallPriority priority) {
    Integer capacity = pool.capacity();
    if (capacity == null || priority == CallPriority.INTERACTIVE) {
      return Integer.MAX_VALUE;
    }
    Seat seat = replicas.seat();
    int percent = priority == CallPriority.BATCH ? BATCH_PERCENT : BACKGROUND_PERCENT;
    return (int) Math.max(1, seat.part(capacity) * percent / 100);
  }
}

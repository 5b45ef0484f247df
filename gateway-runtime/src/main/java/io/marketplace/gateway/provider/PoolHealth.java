package io.marketplace.gateway.provider;

import io.marketplace.gateway.snapshot.Endpoint;
import io.marketplace.gateway.snapshot.Pool;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What this gateway knows of each endpoint: whether it answers, and how many calls are under way
 * there. Thread-safe.
 */
public final class PoolHealth {

  /** How an endpoint or a pool does, best first. */
  public enum State {
    /** Answers, or was never tried. */
    UP,
    /** Answers with failures or too late: the last to be tried. */
    AILING,
    /** Takes no connection: not tried until it answers a probe. */
    DOWN
  }

  private static final class Seen {
    volatile State state = State.UP;
    final AtomicInteger inFlight = new AtomicInteger();
  }

  private final Map<Endpoint, Seen> endpoints = new ConcurrentHashMap<>();

  private Seen seen(Endpoint endpoint) {
    Seen known = endpoints.get(endpoint);
    return known == null ? endpoints.computeIfAbsent(endpoint, key -> new Seen()) : known;
  }

  /** The state of the pool's best endpoint; down when it has none. */
  public State state(Pool pool) {
    State best = State.DOWN;
    for (Endpoint endpoint : pool.endpoints()) {
      State state = seen(endpoint).state;
      best = state.compareTo(best) < 0 ? state : best;
    }
    return best;
  }

  /** This gateway's calls under way in the pool. */
  public int inFlight(Pool pool) {
    int sum = 0;
    for (Endpoint endpoint : pool.endpoints()) {
      sum += seen(endpoint).inFlight.get();
    }
    return sum;
  }

  /** The healthiest and then least busy endpoint that is not down; null when all are. */
  @Nullable Endpoint pick(Pool pool) {
    Endpoint best = null;
    State bestState = State.DOWN;
    int bestLoad = Integer.MAX_VALUE;
    for (Endpoint endpoint : pool.endpoints()) {
      Seen seen = seen(endpoint);
      State state = seen.state;
      int load = seen.inFlight.get();
      int order = state.compareTo(bestState);
      if (state != State.DOWN && (order < 0 || (order == 0 && load < bestLoad))) {
        best = endpoint;
        bestState = state;
        bestLoad = load;
      }
    }
    return best;
  }

  State state(Endpoint endpoint) {
    return seen(endpoint).state;
  }

  void mark(Endpoint endpoint, State state) {
    seen(endpoint).state = state;
  }

  void begin(Endpoint endpoint) {
    seen(endpoint).inFlight.incrementAndGet();
  }

  void end(Endpoint endpoint) {
    seen(endpoint).inFlight.decrementAndGet();
  }
}

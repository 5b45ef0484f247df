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

  /**
   * So many calls in a row must fail before an endpoint is taken for ailing: a request that no
   * server can answer is its caller's matter, and must not send everybody elsewhere.
   */
  static final int AILING_AFTER = 3;

  /** How an endpoint or a pool does, best first. */
  public enum State {
    /** Answers, or was never tried. */
    UP,
    /** Answers calls with failures or too late, several in a row: the last to be tried. */
    AILING,
    /** Takes no connection: not tried until it answers a probe. */
    DOWN
  }

  private static final class Seen {
    volatile State state = State.UP;

    /** Calls that failed since the last one that did not. */
    final AtomicInteger failures = new AtomicInteger();

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

  /** A call was answered, be it with a refusal. */
  void answered(Endpoint endpoint) {
    Seen seen = seen(endpoint);
    if (seen.failures.get() != 0) {
      seen.failures.set(0);
    }
    if (seen.state != State.UP) {
      seen.state = State.UP;
    }
  }

  /** A call was taken and failed: answered with 5xx, too late, or not to its end. */
  void failed(Endpoint endpoint) {
    Seen seen = seen(endpoint);
    if (seen.failures.incrementAndGet() >= AILING_AFTER) {
      seen.state = State.AILING;
    }
  }

  /** No connection was taken. */
  void refused(Endpoint endpoint) {
    seen(endpoint).state = State.DOWN;
  }

  /**
   * A probe saw {@code state}. An ailing endpoint that answers its probe is called again, but the
   * next call that fails ends that: a server can be well and its model not.
   */
  void probed(Endpoint endpoint, State state) {
    Seen seen = seen(endpoint);
    if (state == State.UP && seen.state == State.AILING) {
      seen.failures.set(AILING_AFTER - 1);
    }
    seen.state = state;
  }

  void begin(Endpoint endpoint) {
    seen(endpoint).inFlight.incrementAndGet();
  }

  void end(Endpoint endpoint) {
    seen(endpoint).inFlight.decrementAndGet();
  }
}

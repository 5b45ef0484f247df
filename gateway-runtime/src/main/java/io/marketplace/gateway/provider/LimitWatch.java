package io.marketplace.gateway.provider;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts late exchanges. One thread looks at all of them every {@value #PERIOD_MS} ms: cheaper than a
 * timer a request, and one mechanism for connect, first byte, idle, total and the caller's own
 * deadline, whose precision is that period.
 */
final class LimitWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LimitWatch.class);
  private static final int PERIOD_MS = 20;

  private final Set<Limit> active = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("upstream-limits").daemon().factory());

  LimitWatch() {
    var unused =
        clock.scheduleAtFixedRate(this::sweep, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
  }

  Limit start(Runnable cut, long dueNanos) {
    Limit limit = new Limit(cut, dueNanos);
    active.add(limit);
    return limit;
  }

  void end(Limit limit) {
    active.remove(limit);
  }

  private void sweep() {
    long now = System.nanoTime();
    for (Limit limit : active) {
      try {
        limit.check(now);
      } catch (RuntimeException e) {
        LOG.warn("An exchange could not be cut: {}", e.toString());
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

package io.marketplace.gateway.audit;

import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.DecidedCall;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The traces of the last calls, so that {@code explain} answers before the ledger is written.
 * Thread-safe.
 */
final class RecentTraces {
  /** Some minutes of a busy gateway; about 2 KB each. */
  private static final int CAPACITY = 5_000;

  private final Map<CallId, DecidedCall> traces = new ConcurrentHashMap<>();
  private final Queue<CallId> order = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();

  void add(DecidedCall trace) {
    traces.put(trace.call(), trace);
    order.add(trace.call());
    if (size.incrementAndGet() > CAPACITY) {
      CallId oldest = order.poll();
      if (oldest != null) {
        traces.remove(oldest);
        size.decrementAndGet();
      }
    }
  }

  @Nullable DecidedCall find(CallId call) {
    return traces.get(call);
  }
}

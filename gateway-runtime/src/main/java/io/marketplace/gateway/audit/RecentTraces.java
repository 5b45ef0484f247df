package io.marketplace.gateway.audit;

import io.marketplace.model.metering.CallId;
import io.marketplace.model.metering.DecidedCall;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The traces of the last calls, so that {@code explain} answers before the ledger is written. Every
 * call writes and hardly one is looked up: a ring that is searched. Thread-safe.
 */
final class RecentTraces {
  /** Some seconds of a usual gateway, in which the ledger follows; about 2 KB each. */
  private static final int CAPACITY = 4_096;

  private final AtomicReferenceArray<@Nullable DecidedCall> ring =
      new AtomicReferenceArray<>(CAPACITY);
  private final AtomicInteger next = new AtomicInteger();

  void add(DecidedCall trace) {
    ring.setRelease(next.getAndIncrement() & (CAPACITY - 1), trace);
  }

  @Nullable DecidedCall find(CallId call) {
    for (int i = 0; i < CAPACITY; i++) {
      DecidedCall trace = ring.getAcquire(i);
      if (trace != null && trace.call().equals(call)) {
        return trace;
      }
    }
    return null;
  }
}

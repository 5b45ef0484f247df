package io.marketplace.bench.proof;

import io.marketplace.bench.problem.BenchFailure;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting. */
final class Pause {

  private static final long POLL_MILLIS = 100;

  private Pause() {}

  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted.", e);
    }
  }

  static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted.", e);
    }
  }

  /** Waits until it is so; false if it was not in time. */
  static boolean until(Duration limit, BooleanSupplier ask) {
    long end = System.nanoTime() + limit.toNanos();
    while (!ask.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      millis(POLL_MILLIS);
    }
    return true;
  }
}

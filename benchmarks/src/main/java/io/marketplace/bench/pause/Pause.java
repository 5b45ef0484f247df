package io.marketplace.bench.pause;

import io.marketplace.bench.problem.BenchFailure;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waiting.
 *
 * <p>Each ends with a {@link BenchFailure} when the thread is interrupted.
 */
public final class Pause {

  private static final long POLL_MILLIS = 100;

  private Pause() {}

  /** Waits for so long. */
  public static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted.", e);
    }
  }

  /** Waits for its end. */
  public static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted.", e);
    }
  }

  /** Waits until it is so; false if it was not in time. */
  public static boolean until(Duration limit, BooleanSupplier ask) {
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

package io.marketplace.it.control;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what comes soon, no longer than it may take. */
public final class Await {
  private static final long POLL_MILLIS = 50;

  private Await() {}

  /** Asks until there is something. */
  public static <T> T value(String what, Duration limit, Supplier<Optional<T>> ask) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> found = ask.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() - end >= 0) {
        throw new AssertionError(what + " did not come within " + limit);
      }
      pause();
    }
  }

  /** Asks until it is so. */
  public static void until(String what, Duration limit, BooleanSupplier ask) {
    value(what, limit, () -> ask.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

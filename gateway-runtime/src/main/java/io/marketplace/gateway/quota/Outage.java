package io.marketplace.gateway.quota;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.problem.ProblemCode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Whether the database answers. Who asks one that is away waits for seconds: once it is known to be
 * away, one question at a time finds out whether it is back, with a pause between two, and nobody
 * else waits. Thread-safe.
 */
final class Outage {
  /** PostgreSQL's {@code query_canceled}: it waited for others too long, and the database lives. */
  private static final String CANCELLED = "57014";

  private final long pauseNanos;
  private final AtomicBoolean trying = new AtomicBoolean();
  private volatile boolean away;
  private volatile long until;

  Outage(Duration pause) {
    pauseNanos = pause.toNanos();
  }

  /** Whether whoever asks now is refused at once. */
  boolean blocks() {
    return away && (trying.get() || System.nanoTime() - until < 0);
  }

  /**
   * Asks the database.
   *
   * @throws MarketplaceException {@code unavailable} at once while it is known to be away; what
   *     {@code question} throws
   */
  <T> T ask(Supplier<T> question) {
    if (away && (System.nanoTime() - until < 0 || !trying.compareAndSet(false, true))) {
      throw new MarketplaceException(ProblemCode.UNAVAILABLE, "The database is not available.");
    }
    boolean lost = false;
    try {
      return question.get();
    } catch (MarketplaceException e) {
      lost = lost(e);
      throw e;
    } finally {
      until = System.nanoTime() + pauseNanos;
      away = lost;
      trying.set(false);
    }
  }

  private static boolean lost(MarketplaceException failure) {
    boolean cancelled =
        failure.getCause() instanceof SQLException cause && CANCELLED.equals(cause.getSQLState());
    return failure.code() == ProblemCode.UNAVAILABLE && !cancelled;
  }
}

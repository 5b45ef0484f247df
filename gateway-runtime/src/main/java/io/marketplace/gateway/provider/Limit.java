package io.marketplace.gateway.provider;

/**
 * When one upstream exchange is given up. The exchange moves the moment on as it advances (connect,
 * first byte, each chunk); {@link LimitWatch} cuts the connection when it has passed, which ends a
 * blocking read.
 */
final class Limit {
  private final Runnable cut;
  private volatile long dueNanos;
  private volatile boolean expired;

  Limit(Runnable cut, long dueNanos) {
    this.cut = cut;
    this.dueNanos = dueNanos;
  }

  /** Sets the moment, in {@link System#nanoTime} terms. */
  void dueAt(long nanos) {
    dueNanos = nanos;
  }

  /** True once the exchange was cut for lateness; tells a timeout from a broken connection. */
  boolean expired() {
    return expired;
  }

  void check(long now) {
    if (now - dueNanos >= 0) {
      expired = true;
      // Again and again until the exchange has ended: it may be between two connections.
      cut.run();
    }
  }
}

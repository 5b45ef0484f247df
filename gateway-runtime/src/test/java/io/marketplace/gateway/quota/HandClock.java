package io.marketplace.gateway.quota;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands still until it is moved. */
final class HandClock implements TimeMeter {
  private final AtomicLong nanos = new AtomicLong(Duration.ofDays(1).toNanos());

  /** Moves on, or back. */
  void move(Duration by) {
    long unused = nanos.addAndGet(by.toNanos());
  }

  @Override
  public long currentTimeNanos() {
    return nanos.get();
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}

package io.marketplace.gateway.quota;

import io.marketplace.gateway.snapshot.Snapshot;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.quota.LimitSighting;
import io.marketplace.model.quota.LimitSightingWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the portal every 5 s how far the limits are used that calls were made under. */
public final class LimitPulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LimitPulse.class);
  private static final long PERIOD_MS = TimeUnit.MINUTES.toMillis(1) / LimitUseCount.STEPS;

  private final RateLimits limits;
  private final Supplier<@Nullable Snapshot> snapshots;
  private final LimitSightingWriter writer;
  private final String replica;
  private @Nullable Thread thread;

  /** Writes as {@code replica}. */
  public LimitPulse(
      RateLimits limits,
      Supplier<@Nullable Snapshot> snapshots,
      LimitSightingWriter writer,
      String replica) {
    this.limits = limits;
    this.snapshots = snapshots;
    this.writer = writer;
    this.replica = replica;
  }

  public void start() {
    thread = Thread.ofPlatform().daemon().name("gateway-limit-use").start(this::run);
  }

  private void run() {
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(PERIOD_MS);
        beat();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    Snapshot snapshot = snapshots.get();
    if (snapshot == null) {
      return;
    }
    List<LimitSighting> seen = limits.step(snapshot.limits().ids());
    try {
      if (!seen.isEmpty()) {
        writer.limitsSeen(replica, seen);
      }
    } catch (MarketplaceException e) {
      LOG.debug("The use of limits was not written: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}

package io.marketplace.gateway.snapshot;

import io.marketplace.gateway.pause.Pause;
import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.snapshot.ConfigurationSource;
import io.marketplace.model.snapshot.ConfigurationSource.ChangeNotices;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the newest {@link Snapshot}: on a notice at once, and on a heartbeat in case a notice was
 * lost. While the database is away the last one goes on, from disk if need be; {@link #age} says
 * how long nobody confirmed it.
 */
public final class SnapshotKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);
  private static final Duration HEARTBEAT = Duration.ofMillis(500);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(1);
  private static final Duration STORE_CONFIRMATION = Duration.ofSeconds(10);

  private final ConfigurationSource source;
  private final SnapshotParser parser;
  private final SnapshotFile file;
  private final Clock clock;
  private volatile @Nullable Snapshot current;
  private volatile Instant confirmedAt = Instant.EPOCH;
  private volatile long confirmedNanos = System.nanoTime();
  private Instant confirmationStoredAt = Instant.EPOCH;
  private volatile boolean connected;
  private volatile boolean closed;
  private @Nullable Thread thread;

  public SnapshotKeeper(
      ConfigurationSource source, SnapshotParser parser, Path folder, Clock clock) {
    this.source = source;
    this.parser = parser;
    this.file = new SnapshotFile(folder);
    this.clock = clock;
  }

  /** Loads what is on disk and begins to follow the database. */
  public void start() {
    loadStored();
    thread = Thread.ofPlatform().daemon().name("gateway-snapshot").start(this::follow);
  }

  /** The newest snapshot; null while there has never been one. */
  public @Nullable Snapshot current() {
    return current;
  }

  /** How long ago the database last confirmed the current snapshot. */
  public Duration age() {
    Duration told = Duration.between(confirmedAt, clock.instant());
    // A clock that was set back must not make a snapshot younger than it is known to be.
    Duration known = Duration.ofNanos(System.nanoTime() - confirmedNanos);
    return told.compareTo(known) > 0 ? told : known;
  }

  /** Whether changes reach this gateway at present. */
  public boolean connected() {
    return connected;
  }

  /** Whether the thread that does the work is alive. */
  public boolean running() {
    return thread != null && thread.isAlive();
  }

  private void loadStored() {
    file.read()
        .ifPresent(
            stored -> {
              try {
                current = parser.parse(stored.document());
                confirmedAt = stored.confirmedAt();
                LOG.info("Started from the stored snapshot of {}", stored.confirmedAt());
              } catch (IllegalArgumentException | MarketplaceException e) {
                LOG.warn("The stored snapshot is unusable: {}", e.getMessage());
              }
            });
  }

  private void follow() {
    long backoff = 50;
    while (!closed) {
      try (ChangeNotices notices = source.listen()) {
        // Changes between the last look and LISTEN would be missed without this first look.
        refresh();
        backoff = 50;
        if (!connected) {
          LOG.info("Following the configuration");
          connected = true;
        }
        while (!closed) {
          notices.await(HEARTBEAT);
          refresh();
        }
      } catch (RuntimeException e) {
        if (closed) {
          return;
        }
        if (connected || backoff == 50) {
          LOG.warn("The configuration cannot be followed, retrying: {}", told(e));
        }
        connected = false;
        Pause.millis(backoff);
        backoff = Math.min(backoff * 2, MAX_BACKOFF.toMillis());
      }
    }
  }

  private static String told(RuntimeException e) {
    return e.getCause() == null ? e.toString() : e.getMessage() + " " + e.getCause().getMessage();
  }

  private void refresh() {
    Instant asked = clock.instant();
    long askedNanos = System.nanoTime();
    long version = source.version();
    Snapshot known = current;
    if (known == null || known.version() != version) {
      String document = source.read();
      current = parser.parse(document);
      file.write(document);
      confirmationStoredAt = asked;
    }
    confirmedAt = asked;
    confirmedNanos = askedNanos;
    if (asked.isAfter(confirmationStoredAt.plus(STORE_CONFIRMATION))) {
      file.confirm(asked);
      confirmationStoredAt = asked;
    }
  }

  @Override
  public void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}

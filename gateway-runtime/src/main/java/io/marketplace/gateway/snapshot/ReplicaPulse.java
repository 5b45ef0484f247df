package io.marketplace.gateway.snapshot;

import io.marketplace.model.problem.MarketplaceException;
import io.marketplace.model.snapshot.SightingWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says every {@value #PERIOD_SECONDS} s that this replica lives and which configuration it acts on,
 * and learns which others do.
 */
public final class ReplicaPulse implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicaPulse.class);
  private static final int PERIOD_SECONDS = 5;

  private final SnapshotKeeper keeper;
  private final SightingWriter sightings;
  private final ReplicaName replica;
  private final String url;
  private final LiveReplicas replicas;
  private final Clock clock;
  private @Nullable Thread thread;
  private boolean told;

  /** Hands who else lives to {@code replicas}. */
  public ReplicaPulse(
      SnapshotKeeper keeper,
      SightingWriter sightings,
      ReplicaName replica,
      String url,
      LiveReplicas replicas,
      Clock clock) {
    this.keeper = keeper;
    this.sightings = sightings;
    this.replica = replica;
    this.url = url;
    this.replicas = replicas;
    this.clock = clock;
  }

  public void start() {
    thread = Thread.ofPlatform().daemon().name("gateway-pulse").start(this::run);
  }

  private void run() {
    Instant startedAt = clock.instant();
    try {
      while (true) {
        beat(startedAt);
        TimeUnit.SECONDS.sleep(PERIOD_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat(Instant startedAt) {
    Snapshot snapshot = keeper.current();
    try {
      List<String> living =
          sightings.replicaSeen(
              replica.whole(), url, startedAt, snapshot == null ? 0 : snapshot.version());
      replicas.seen(living);
      tell(living.stream().anyMatch(replica::isSharedWith));
    } catch (MarketplaceException e) {
      LOG.debug("The pulse was not written: {}", e.getMessage());
    }
  }

  /** Shares are right all the same; rows of the ledger do not tell the two apart. */
  private void tell(boolean shared) {
    if (shared && !told) {
      LOG.warn(
          "Another gateway is named {} too: give each a MARKETPLACE_REPLICA of its own.",
          replica.given());
    }
    told = shared;
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}

package io.marketplace.model.snapshot;

import java.time.Instant;
import java.util.List;

/** Tells the portal what a gateway sees of itself and of the pools. */
public interface SightingWriter {

  /**
   * Notes that the replica is alive on this version of the configuration.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code unavailable}
   */
  void replicaSeen(String replica, String url, Instant startedAt, Instant now, long version);

  /**
   * Notes what the replica saw of pools.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code unavailable}
   */
  void poolsSeen(String replica, List<PoolSighting> sightings);
}

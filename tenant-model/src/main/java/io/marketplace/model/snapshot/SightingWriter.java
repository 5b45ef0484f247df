package io.marketplace.model.snapshot;

import java.time.Instant;
import java.util.List;

/** Tells the portal what a gateway sees of itself and of the pools. */
public interface SightingWriter {

  /**
   * Notes that the replica is alive on this version of the configuration, by the database's clock,
   * which all replicas share.
   *
   * @return the names of the replicas that told so within the last 15 s, in alphabetical order,
   *     this one among them
   * @throws io.marketplace.model.problem.MarketplaceException {@code unavailable}
   */
  List<String> replicaSeen(String replica, String url, Instant startedAt, long version);

  /**
   * Notes what the replica saw of pools.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code unavailable}
   */
  void poolsSeen(String replica, List<PoolSighting> sightings);
}

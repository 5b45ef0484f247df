package io.marketplace.model.quota;

import java.util.List;

/** Tells the portal how far limits are used. */
public interface LimitSightingWriter {

  /**
   * Replaces what the replica told before of these limits; a limit that is gone is passed over.
   *
   * @throws io.marketplace.model.problem.MarketplaceException {@code unavailable}
   */
  void limitsSeen(String replica, List<LimitSighting> sightings);
}

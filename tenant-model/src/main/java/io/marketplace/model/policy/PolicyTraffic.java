package io.marketplace.model.policy;

import java.time.Instant;
import java.util.List;

/** Knows what was called. Within the running unit of work, whose scope it sees. */
public interface PolicyTraffic {

  /**
   * Calls since {@code from}, grouped: answered ones by the provider that answered, and those that
   * a policy refused. Most calls first, at most {@code max} groups.
   */
  List<TrafficGroup> since(Instant from, int max);
}

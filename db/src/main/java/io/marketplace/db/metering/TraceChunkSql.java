package io.marketplace.db.metering;

import java.time.Duration;

/** How packed traces are found. */
final class TraceChunkSql {

  /** In the order of {@link io.marketplace.model.metering.TraceChunk}. */
  static final String COLUMNS = "id, tenant_id, first_at, last_at, calls, body";

  /** Where nobody knows when a call ended: the largest limit of a route is an hour. */
  static final Duration LONGEST = Duration.ofHours(1);

  /**
   * The chunks that may hold a call, the likeliest first; takes the moment its identifier was made
   * twice, and when it ended. A chunk holds calls that ended together: its newest call had begun by
   * then, or by when the gateway came to pack it, which a slow database can hold up for half a
   * minute.
   */
  static final String AROUND =
      "first_at <= ? and last_at >= ? and last_at <= ?::timestamptz + interval '1 minute'"
          + " order by last_at, id";

  private TraceChunkSql() {}
}

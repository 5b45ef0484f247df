package io.marketplace.db.metering;

/** How packed traces are found. */
final class TraceChunkSql {

  /** In the order of {@link io.marketplace.model.metering.TraceChunk}. */
  static final String COLUMNS = "id, tenant_id, first_at, last_at, calls, body";

  /**
   * The chunks that may hold a call; takes the moment its identifier was made three times. A chunk
   * holds calls that ended together, and no call lasts longer than an hour (the largest limit of a
   * route): that bounds the search for what is not there.
   */
  static final String AROUND =
      "first_at <= ? and last_at >= ? and last_at <= ?::timestamptz + interval '2 hours'";

  private TraceChunkSql() {}
}

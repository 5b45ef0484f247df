package io.marketplace.gateway.snapshot;

/**
 * How long an upstream may take, in milliseconds.
 *
 * @param connectMs to accept the connection
 * @param firstByteMs from sending the request to the first byte of the body
 * @param idleMs between two bytes of a stream
 * @param totalMs for the whole exchange, all attempts together
 */
public record Timeouts(int connectMs, int firstByteMs, int idleMs, int totalMs) {

  /** Room for a slow reasoning model; a route narrows it. */
  public static final Timeouts DEFAULT = new Timeouts(2_000, 60_000, 60_000, 600_000);
}

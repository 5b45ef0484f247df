package io.marketplace.model.routing;

/**
 * How long a route waits, in milliseconds, each 1 to 3,600,000.
 *
 * @param connectMs for a connection
 * @param firstByteMs for the first byte of the answer
 * @param idleMs between two bytes of a stream
 * @param totalMs for the whole call
 */
public record Timeouts(int connectMs, int firstByteMs, int idleMs, int totalMs) {

  /**
   * What a route waits that says nothing: a cold local model may take a minute to its first byte.
   */
  public static final Timeouts DEFAULT = new Timeouts(2_000, 60_000, 30_000, 600_000);
}

package io.marketplace.bench.drive;

/**
 * How streams came through, in microseconds.
 *
 * @param ttftAdded time to the first chunk, less the upstream's own delay
 * @param gap between the arrivals of two chunks of a stream
 * @param transit from the upstream's write of a chunk to its arrival
 */
public record StreamFigures(Percentiles ttftAdded, Percentiles gap, Percentiles transit) {

  /** No stream. */
  public static final StreamFigures NONE = none();

  private static StreamFigures none() {
    Percentiles nothing = new Percentiles(0, 0, 0, 0);
    return new StreamFigures(nothing, nothing, nothing);
  }
}

package io.marketplace.bench.drive;

/**
 * What one lane against one target came to.
 *
 * @param measured right answers within the window
 * @param right right answers in all, those before and after the window too
 * @param wrong answers that failed their check, and those that never came
 * @param windowNanos how long was measured
 * @param latency of the measured answers
 * @param chunks content chunks of streams; empty distributions on other lanes
 */
public record Outcome(
    long measured,
    long right,
    Wrong wrong,
    long windowNanos,
    Percentiles latency,
    StreamFigures chunks) {

  Outcome(long measured, long right, Wrong wrong, long windowNanos, Percentiles latency) {
    this(measured, right, wrong, windowNanos, latency, StreamFigures.NONE);
  }

  Outcome with(StreamFigures figures) {
    return new Outcome(measured, right, wrong, windowNanos, latency, figures);
  }

  /** Right answers a second within the window. */
  public double perSecond() {
    return windowNanos == 0 ? 0 : measured * 1e9 / windowNanos;
  }
}

package io.marketplace.bench.drive;

import org.HdrHistogram.Histogram;

/** Collects the times of all streams of a lane. Confined to its event loop. */
final class StreamTimes {

  private final Histogram ttftAdded = Tally.histogram();
  private final Histogram gap = Tally.histogram();
  private final Histogram transit = Tally.histogram();

  void first(long nanos) {
    Tally.record(ttftAdded, nanos);
  }

  void gap(long nanos) {
    Tally.record(gap, nanos);
  }

  void transit(long nanos) {
    Tally.record(transit, nanos);
  }

  StreamFigures figures() {
    return new StreamFigures(
        Percentiles.of(ttftAdded), Percentiles.of(gap), Percentiles.of(transit));
  }
}

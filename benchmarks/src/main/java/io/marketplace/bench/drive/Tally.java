package io.marketplace.bench.drive;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What a lane counts while it runs. Confined to its event loop. */
final class Tally {

  private static final long HIGHEST_MICROS = 120_000_000;

  private final Histogram latencyMicros = histogram();
  private final Map<String, Long> wrong = new TreeMap<>();
  private @Nullable String firstWrong;
  private boolean measuring;
  private long measured;
  private long right;
  private long wrongs;

  /** Microseconds up to two minutes, three digits. */
  static Histogram histogram() {
    return new Histogram(HIGHEST_MICROS, 3);
  }

  /** Records {@code nanos} in microseconds; what lies outside counts as the nearest bound. */
  static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.clamp(nanos / 1_000, 0, HIGHEST_MICROS));
  }

  void measure(boolean on) {
    measuring = on;
  }

  void right(long nanos) {
    right++;
    if (measuring) {
      measured++;
      record(latencyMicros, nanos);
    }
  }

  /** A wrong answer always counts, also outside of the window that is measured. */
  void wrong(String reason, String detail) {
    wrongs++;
    wrong.merge(reason, 1L, Long::sum);
    if (firstWrong == null) {
      firstWrong = reason + ": " + detail;
    }
  }

  /** How many answers were wrong so far. */
  long wrongs() {
    return wrongs;
  }

  Outcome outcome(long windowNanos) {
    return new Outcome(
        measured,
        right,
        new Wrong(wrong, firstWrong == null ? "" : firstWrong),
        windowNanos,
        Percentiles.of(latencyMicros));
  }
}

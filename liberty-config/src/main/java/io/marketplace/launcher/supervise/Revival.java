package io.marketplace.launcher.supervise;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * When parts that ended by themselves are started again: at once at first, and later each time
 * while that does not help. A part that then ran for some minutes begins anew.
 */
final class Revival {
  /** Half a second, doubled each time; a part that cannot start costs little. */
  private static final long FIRST_MILLIS = 500;

  private static final long LONGEST_MILLIS = 60_000;
  private static final long STEADY_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final Map<String, Ending> endings = new HashMap<>();

  /**
   * What is known of a part's end.
   *
   * @param count how often it ended in a row
   * @param dueNanos when it is to be started again, on the clock of {@link System#nanoTime}
   */
  private record Ending(int count, long atNanos, long dueNanos) {}

  /**
   * Notes that a part ended, or did not start again.
   *
   * @return in how many milliseconds it is due
   */
  synchronized long ended(String part, long nowNanos) {
    int count =
        Optional.ofNullable(endings.get(part))
            .filter(last -> nowNanos - last.atNanos() < STEADY_NANOS)
            .map(last -> last.count() + 1)
            .orElse(1);
    long millis = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(count - 1, 10));
    endings.put(
        part, new Ending(count, nowNanos, nowNanos + TimeUnit.MILLISECONDS.toNanos(millis)));
    return millis;
  }

  /** Whether a part whose end was noted is to be started now. */
  synchronized boolean due(String part, long nowNanos) {
    Ending ending = endings.get(part);
    return ending != null && nowNanos - ending.dueNanos() >= 0;
  }

  /** How often a part ended in a row; 0 when it never did. */
  synchronized int count(String part) {
    Ending ending = endings.get(part);
    return ending == null ? 0 : ending.count();
  }
}

package io.marketplace.gateway.quota;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code x-ratelimit-…} headers that OpenAI's clients read: of the limits that a call stands
 * under, those with the least left. Tokens are counted as they are thought to be used until the
 * call has ended.
 */
final class RateHeaders {
  private static final long NANOS_PER_MS = 1_000_000;
  private static final long MS_PER_SECOND = 1_000;
  private static final long MS_PER_MINUTE = 60_000;

  private RateHeaders() {}

  /** The headers of an admitted or refused call; none where no rate limits it. */
  static Map<String, String> of(List<Reading> readings) {
    Map<String, String> headers = new LinkedHashMap<>();
    put(headers, "requests", tightest(readings, Take.Kind.REQUESTS));
    put(headers, "tokens", tightest(readings, Take.Kind.TOKENS));
    return headers;
  }

  /** The same with how long to wait. */
  static Map<String, String> refused(List<Reading> readings, Reading refusal) {
    Map<String, String> headers = of(readings);
    long ms = ceil(refusal.waitNanos(), NANOS_PER_MS);
    headers.put("Retry-After", Long.toString(Math.max(1, ceil(ms, MS_PER_SECOND))));
    headers.put("retry-after-ms", Long.toString(Math.max(1, ms)));
    return headers;
  }

  private static @Nullable Reading tightest(List<Reading> readings, Take.Kind kind) {
    Reading tightest = null;
    for (Reading reading : readings) {
      if (reading.take().kind() == kind
          && reading.limit() > 0
          && (tightest == null || reading.remaining() < tightest.remaining())) {
        tightest = reading;
      }
    }
    return tightest;
  }

  private static void put(Map<String, String> headers, String what, @Nullable Reading reading) {
    if (reading != null) {
      headers.put("x-ratelimit-limit-" + what, Long.toString(reading.limit()));
      headers.put("x-ratelimit-remaining-" + what, Long.toString(reading.remaining()));
      headers.put("x-ratelimit-reset-" + what, duration(reading.resetNanos()));
    }
  }

  /** As OpenAI writes it: {@code 120ms}, {@code 7.66s}, {@code 6m0s}; rounded up. */
  static String duration(long nanos) {
    long ms = ceil(nanos, NANOS_PER_MS);
    if (ms < MS_PER_SECOND) {
      return ms + "ms";
    }
    if (ms < MS_PER_MINUTE) {
      long rest = ms % MS_PER_SECOND;
      String fraction = rest == 0 ? "" : ".%03d".formatted(rest).replaceAll("0+$", "");
      return ms / MS_PER_SECOND + fraction + "s";
    }
    long seconds = ceil(ms, MS_PER_SECOND);
    return seconds / 60 + "m" + seconds % 60 + "s";
  }

  private static long ceil(long value, long unit) {
    return value <= 0 ? 0 : (value - 1) / unit + 1;
  }
}

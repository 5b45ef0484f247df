package io.marketplace.bench.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a run is called, after what it is and when it began (UTC). */
public final class RunName {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunName() {}

  /** For machines: {@code gateway-20261121-225001}. */
  public static String of(String what, Instant started) {
    return what + "-" + STAMP.format(started);
  }

  /** For people, as the heading of a section: {@code Budget under kills, 2026-11-21 22:50 UTC}. */
  public static String heading(String what, Instant started) {
    return "## " + what + ", " + MINUTE.format(started);
  }
}

package io.marketplace.launcher.parts;

import io.marketplace.launcher.process.Downloads;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one run of Maven writes into a log, read for the times at which it fetched something. */
final class MavenLog {
  /** Makes Maven write the time of each line. */
  static final List<String> OPTIONS =
      List.of(
          "-Dorg.slf4j.simpleLogger.showDateTime=true",
          "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT);
  private static final Pattern TRANSFER =
      Pattern.compile("^(\\S+) \\[INFO\\] (Downloading|Downloaded) from \\S+: (\\S+)");

  private final Path log;
  private final long begin;

  private MavenLog(Path log) {
    this.log = log;
    this.begin = log.toFile().length();
  }

  /** What will be written from now on. */
  static MavenLog from(Path log) {
    return new MavenLog(log);
  }

  /** Notes the downloads that were written down; lines that say something else are left alone. */
  void noteIn(Downloads downloads) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.max(0, file.length() - begin)];
      file.seek(begin);
      file.readFully(bytes);
      Map<String, Long> open = new HashMap<>();
      for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
        note(line, open, downloads);
      }
    } catch (IOException e) {
      // The times are told to people for comparison; a start does not fail for want of them.
      return;
    }
  }

  private static void note(String line, Map<String, Long> open, Downloads downloads)
      throws IOException {
    Matcher transfer = TRANSFER.matcher(line);
    if (!transfer.find()) {
      return;
    }
    long millis;
    try {
      millis = Instant.from(TIME.parse(transfer.group(1))).toEpochMilli();
    } catch (DateTimeParseException e) {
      return;
    }
    if (transfer.group(2).equals("Downloading")) {
      open.put(transfer.group(3), millis);
    } else if (open.containsKey(transfer.group(3))) {
      downloads.note(open.getOrDefault(transfer.group(3), millis), millis);
    }
  }
}

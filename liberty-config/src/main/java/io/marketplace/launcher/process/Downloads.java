package io.marketplace.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When something was being fetched from a network while a marketplace started: kept as a file, one
 * span of milliseconds since 1970 a line.
 */
public final class Downloads {
  private final Path file;

  /** The downloads of the marketplace whose folder of what runs now is {@code run}. */
  public Downloads(Path run) {
    this.file = run.resolve("downloads");
  }

  private record Span(long from, long to) {}

  /** Notes a download. */
  public synchronized void note(long fromMillis, long toMillis) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(
        file,
        fromMillis + " " + toMillis + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** Forgets what an earlier start fetched. */
  public void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  /** The milliseconds in which at least one download ran. */
  public long totalMillis() throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    List<Span> spans = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] ends = line.split(" ", 2);
      spans.add(new Span(Long.parseLong(ends[0]), Long.parseLong(ends[1])));
    }
    spans.sort(Comparator.comparingLong(Span::from));
    long total = 0;
    long until = Long.MIN_VALUE;
    for (Span span : spans) {
      total += Math.max(0, span.to() - Math.max(span.from(), until));
      until = Math.max(until, span.to());
    }
    return total;
  }
}

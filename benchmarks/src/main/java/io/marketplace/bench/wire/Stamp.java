package io.marketplace.bench.wire;

import java.util.Optional;

/**
 * The content of one chunk of a stream: its number and when the mock wrote it, {@code
 * #17@123456789;}. On Linux {@link System#nanoTime()} is the machine's monotonic clock, the same in
 * every process, so that the reader can tell how long the chunk was under way.
 *
 * @param number from 0 on
 * @param writtenNanos {@link System#nanoTime()} of the writer
 */
public record Stamp(int number, long writtenNanos) {

  /** The form that stands in a chunk's content. */
  public String render() {
    return "#" + number + "@" + writtenNanos + ";";
  }

  /** Reads the first stamp in {@code text}; empty if there is none or it is malformed. */
  public static Optional<Stamp> find(String text) {
    int start = text.indexOf('#');
    int at = text.indexOf('@', start + 1);
    int end = text.indexOf(';', at + 1);
    if (start < 0 || at < 0 || end < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Stamp(
              Integer.parseInt(text, start + 1, at, 10), Long.parseLong(text, at + 1, end, 10)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

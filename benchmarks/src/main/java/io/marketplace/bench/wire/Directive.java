package io.marketplace.bench.wire;

import java.util.Optional;

/**
 * What the driver asks of the mock upstream. It travels inside the prompt, so that it passes every
 * proxy on the way unchanged: {@code [[0000000042;chunks=100;gap=20;delay=200]]}. A plain answer
 * echoes the id; a streamed one obeys the rest.
 *
 * @param id the request's number, unique in a run; an answer that bears another one is wrong
 * @param chunks how many content chunks a stream has
 * @param gapMillis milliseconds between two chunks
 * @param delayMillis milliseconds before the first byte of the answer
 */
public record Directive(long id, int chunks, int gapMillis, int delayMillis) {

  /** What a prompt without a directive gets. */
  public static final Directive NONE = new Directive(0, 8, 5, 0);

  /** How many digits an id has on the wire: fixed, so that a request template can be patched. */
  public static final int ID_DIGITS = 10;

  private static final String OPEN = "[[";
  private static final String CLOSE = "]]";

  /** The form that stands in the prompt. */
  public String render() {
    return OPEN
        + renderId(id)
        + ";chunks="
        + chunks
        + ";gap="
        + gapMillis
        + ";delay="
        + delayMillis
        + CLOSE;
  }

  /** The id as {@value #ID_DIGITS} digits. */
  public static String renderId(long id) {
    String digits = Long.toString(id);
    return "0".repeat(ID_DIGITS - digits.length()) + digits;
  }

  /** Reads the last directive in {@code text}; empty if there is none or it is malformed. */
  public static Optional<Directive> find(String text) {
    int start = text.lastIndexOf(OPEN);
    int end = start < 0 ? -1 : text.indexOf(CLOSE, start);
    if (end < 0) {
      return Optional.empty();
    }
    String[] parts = text.substring(start + OPEN.length(), end).split(";", -1);
    try {
      long id = Long.parseLong(parts[0]);
      int chunks = NONE.chunks;
      int gap = NONE.gapMillis;
      int delay = NONE.delayMillis;
      for (int i = 1; i < parts.length; i++) {
        int equals = parts[i].indexOf('=');
        if (equals < 0) {
          return Optional.empty();
        }
        int value = Integer.parseInt(parts[i].substring(equals + 1));
        switch (parts[i].substring(0, equals)) {
          case "chunks" -> chunks = value;
          case "gap" -> gap = value;
          case "delay" -> delay = value;
          default -> {
            return Optional.empty();
          }
        }
      }
      return Optional.of(new Directive(id, chunks, gap, delay));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}

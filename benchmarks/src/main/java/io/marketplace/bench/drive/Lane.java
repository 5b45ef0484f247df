package io.marketplace.bench.drive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way of sending load. */
public sealed interface Lane {

  /** What {@link #parse} reads; the numbers have at most six digits, so that they fit. */
  Pattern FORM =
      Pattern.compile(
          "(closed|open|streams)-([1-9]\\d{0,5})(?:x([1-9]\\d{0,5}))?((?:-[a-z0-9]+)*)");

  /** An open lane's connections: far more than a server under its capacity needs. */
  int OPEN_CONNECTIONS = 256;

  /** A stream's gap: 50 chunks a second, the pace of a fast model. */
  int GAP_MILLIS = 20;

  /** A stream's delay: room for the prompt to be read. */
  int DELAY_MILLIS = 200;

  /** The name in tables and on the command line. */
  String name();

  /** How many different keys its requests bear. */
  default int keys() {
    return switch (this) {
      case Closed closed -> closed.shape().keys();
      case Open open -> open.shape().keys();
      case Streams streams -> 1;
    };
  }

  /**
   * Reads {@code closed-32}, {@code open-1000} (requests a second) or {@code streams-100x100}
   * (streams and chunks of each). Behind the first two may stand how long the upstream takes
   * ({@code -60ms}), how many keys take turns ({@code -64keys}) and what makes the body large
   * ({@code -prompt220k}, {@code -image5120k}).
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  static Lane parse(String text) {
    Matcher form = FORM.matcher(text);
    boolean streams = text.startsWith("streams");
    if (!form.matches()
        || streams != (form.group(3) != null)
        || (streams && !form.group(4).isEmpty())) {
      throw new IllegalArgumentException(
          "a lane is closed-<connections>, open-<per second> or streams-<streams>x<chunks>, not "
              + text);
    }
    int number = Integer.parseInt(form.group(2));
    Shape shape = Shape.PLAIN;
    for (String word : form.group(4).split("-", -1)) {
      shape = word.isEmpty() ? shape : shape.with(word);
    }
    return switch (form.group(1)) {
      case "closed" -> new Closed(number, shape);
      case "open" -> new Open(number, OPEN_CONNECTIONS, shape);
      default -> new Streams(number, Integer.parseInt(form.group(3)), GAP_MILLIS, DELAY_MILLIS);
    };
  }

  /**
   * As fast as the answers come.
   *
   * @param connections each with one request under way
   */
  record Closed(int connections, Shape shape) implements Lane {
    @Override
    public String name() {
      return "closed-" + connections + shape.suffix();
    }
  }

  /**
   * At a fixed rate whatever the answers do. A latency counts from the instant at which the request
   * was due, so that a stall is seen by every request it held up (no coordinated omission).
   *
   * @param perSecond requests due a second
   * @param connections the most requests under way; what is due beyond waits, and its clock runs
   */
  record Open(int perSecond, int connections, Shape shape) implements Lane {
    @Override
    public String name() {
      return "open-" + perSecond + shape.suffix();
    }
  }

  /**
   * Streams that overlap: they start evenly over half the time that one of them takes.
   *
   * @param streams how many, each on a connection of its own
   * @param chunks content chunks in each
   * @param gapMillis milliseconds between two chunks, as the upstream sends them
   * @param delayMillis milliseconds until the upstream's first chunk
   */
  record Streams(int streams, int chunks, int gapMillis, int delayMillis) implements Lane {
    @Override
    public String name() {
      return "streams-" + streams + "x" + chunks;
    }
  }
}

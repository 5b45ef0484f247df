package io.marketplace.gateway.protocol;

import io.marketplace.gateway.line.Tally;
import io.marketplace.gateway.problem.GatewayProblem;
import io.marketplace.model.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stream of server-sent events that passes whole events on as soon as they are complete, byte for
 * byte. It reads the usage report on the way, and removes it where the caller did not ask for one;
 * the provider's credential is hidden. A stream that ends without {@code [DONE]} was broken off,
 * however orderly its transport ended.
 */
final class EventStream extends InputStream {
  /**
   * No published provider sends events of this size; above it the stream is not what it claims to
   * be.
   */
  private static final int MAX_EVENT = 16 * 1024 * 1024;

  private static final byte[] USAGE = "\"usage\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final UsageReader usage;
  private final Tally tally;
  private final CredentialMask mask;
  private final boolean strip;
  private byte[] buffer = new byte[8 * 1024];

  /**
   * Bytes from {@code start} to {@code ready} may be read; those up to {@code end} are an event
   * that is not whole yet.
   */
  private int start;

  private int ready;
  private int end;

  /** Up to here the unfinished event was searched for its end. */
  private int searched;

  private boolean done;

  EventStream(InputStream in, UsageReader usage, Tally tally, CredentialMask mask, boolean strip) {
    this.in = in;
    this.usage = usage;
    this.tally = tally;
    this.mask = mask;
    this.strip = strip;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] out, int offset, int length) throws IOException {
    while (start == ready) {
      if (!fill()) {
        return -1;
      }
    }
    int count = Math.min(length, ready - start);
    System.arraycopy(buffer, start, out, offset, count);
    start += count;
    return count;
  }

  /** Reads once more; false at the end of the stream. */
  private boolean fill() throws IOException {
    makeRoom();
    int count = in.read(buffer, end, buffer.length - end);
    if (count < 0) {
      // Some providers end the last line without the empty one.
      done = done || isDone(value(ready, end), end);
      if (!done) {
        throw new GatewayProblem(
            ProblemCode.UPSTREAM_ERROR, "The provider ended the stream before it was complete.");
      }
      tally.complete();
      // What follows [DONE] is no event; it is passed on.
      mask.hide(buffer, ready, end);
      ready = end;
      return start < ready;
    }
    end += count;
    takeEvents();
    return true;
  }

  private void makeRoom() {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      searched -= start;
      ready -= start;
      start = 0;
    }
    if (end == buffer.length) {
      if (end >= MAX_EVENT) {
        throw new GatewayProblem(
            ProblemCode.UPSTREAM_ERROR, "The provider sent an event that is too large.");
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }

  private void takeEvents() {
    // One line end may have arrived at the end of the last chunk, the other only now.
    int i = Math.max(ready, searched - 3);
    while (i < end) {
      int after = blankLine(i);
      if (after < 0) {
        i++;
      } else if (event(ready, after)) {
        ready = after;
        i = after;
      } else {
        System.arraycopy(buffer, after, buffer, ready, end - after);
        end -= after - ready;
        i = ready;
      }
    }
    searched = end;
  }

  /** The index behind an empty line that begins at {@code i}; -1 if none does. */
  private int blankLine(int i) {
    if (buffer[i] != '\n') {
      return -1;
    }
    if (i + 1 < end && buffer[i + 1] == '\n') {
      return i + 2;
    }
    return i + 2 < end && buffer[i + 1] == '\r' && buffer[i + 2] == '\n' ? i + 3 : -1;
  }

  /** Looks at a whole event; false if it is to be removed. */
  private boolean event(int from, int to) {
    mask.hide(buffer, from, to);
    int value = value(from, to);
    if (value < 0) {
      return true;
    }
    if (isDone(value, to)) {
      done = true;
      tally.complete();
      return true;
    }
    if (holdsUsage(value, to)) {
      UsageReader.Found found = usage.read(buffer, value, to - value, tally);
      if (found.report() && found.emptyChoices()) {
        return !strip;
      }
    }
    tally.event(buffer, value, to - value);
    return true;
  }

  /** Where the value of the event's first {@code data} line begins; -1 if there is none. */
  private int value(int from, int to) {
    int data = indexOf(DATA, from, to);
    if (data < 0) {
      return -1;
    }
    int value = data + DATA.length;
    return value < to && buffer[value] == ' ' ? value + 1 : value;
  }

  private boolean isDone(int value, int to) {
    return value >= 0 && startsWith(DONE, value, to);
  }

  /**
   * Whether a {@code usage} field with a value other than null stands there; in a text its quotes
   * would be escaped.
   */
  private boolean holdsUsage(int from, int to) {
    int at = indexOf(USAGE, from, to);
    while (at >= 0) {
      int i = at + USAGE.length;
      while (i < to && (buffer[i] == ' ' || buffer[i] == ':')) {
        i++;
      }
      if (i < to && buffer[i] == '{') {
        return true;
      }
      at = indexOf(USAGE, i, to);
    }
    return false;
  }

  private boolean startsWith(byte[] what, int from, int to) {
    return from + what.length <= to
        && Arrays.equals(buffer, from, from + what.length, what, 0, what.length);
  }

  private int indexOf(byte[] what, int from, int to) {
    for (int i = from; i <= to - what.length; i++) {
      if (buffer[i] == what[0] && startsWith(what, i, to)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

package io.marketplace.gateway.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A stream of server-sent events whose texts are screened event by event. However the bytes arrive,
 * an event is read when it is whole, so that no character and no text is judged by its half.
 */
final class ScreenedStream extends InputStream {
  private final InputStream in;
  private final EventScreen screen;
  private final Runnable end;
  private byte[] buffer = new byte[8 * 1024];
  private int filled;
  private int searched;
  private byte[] out = new byte[0];
  private int at;
  private boolean over;
  private boolean told;

  /** Tells {@code end} once, when the stream has ended or been given up. */
  ScreenedStream(InputStream in, EventScreen screen, Runnable end) {
    this.in = in;
    this.screen = screen;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (at == out.length) {
      if (over) {
        tell();
        return -1;
      }
      fill();
    }
    int count = Math.min(length, out.length - at);
    System.arraycopy(out, at, target, offset, count);
    at += count;
    return count;
  }

  private void fill() throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int count = in.read(buffer, filled, buffer.length - filled);
    ByteArrayOutputStream passed = new ByteArrayOutputStream();
    try {
      if (count < 0) {
        over = true;
        if (filled > 0) {
          screen.event(buffer, 0, filled, passed);
        }
        screen.finish(passed);
      } else {
        filled += count;
        takeEvents(passed);
      }
    } catch (RuntimeException refused) {
      tell();
      throw refused;
    }
    out = passed.toByteArray();
    at = 0;
  }

  private void takeEvents(ByteArrayOutputStream passed) {
    int from = 0;
    // one line end may have arrived with the last bytes, the other only now
    int i = Math.max(0, searched - 3);
    while (i < filled) {
      int after = blankLine(i);
      if (after < 0) {
        i++;
      } else {
        screen.event(buffer, from, after, passed);
        from = after;
        i = after;
      }
    }
    System.arraycopy(buffer, from, buffer, 0, filled - from);
    filled -= from;
    searched = filled;
  }

  /** The index behind an empty line that begins at {@code i}; -1 if none does. */
  private int blankLine(int i) {
    if (buffer[i] != '\n') {
      return -1;
    }
    if (i + 1 < filled && buffer[i + 1] == '\n') {
      return i + 2;
    }
    return i + 2 < filled && buffer[i + 1] == '\r' && buffer[i + 2] == '\n' ? i + 3 : -1;
  }

  private void tell() {
    if (!told) {
      told = true;
      end.run();
    }
  }

  @Override
  public void close() throws IOException {
    tell();
    in.close();
  }
}

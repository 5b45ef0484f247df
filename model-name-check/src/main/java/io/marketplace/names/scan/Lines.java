package io.marketplace.names.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts lines and columns up to where somebody asks, and no further. */
final class Lines {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;
  private static final long LOW = 0x7f7f7f7f7f7f7f7fL;
  private static final long NEWLINES = 0x0a0a0a0a0a0a0a0aL;

  private int counted;
  private long line;
  private long before;

  void start(byte[] bytes, int limit) {
    counted = 0;
    line = 1;
    before = 0;
    if (limit >= 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf) {
      counted = 3; // a byte order mark is no column
    }
  }

  /** Counts on to {@code to}. */
  void to(byte[] bytes, int to) {
    int i = counted;
    int lastNewline = -1;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long x = (long) EIGHT.get(bytes, i) ^ NEWLINES;
      long zeros = ~(((x & LOW) + LOW) | x | LOW) & HIGH;
      if (zeros != 0) {
        line += Long.bitCount(zeros);
        lastNewline = i + 7 - Long.numberOfLeadingZeros(zeros) / 8;
      }
    }
    for (; i < to; i++) {
      if (bytes[i] == '\n') {
        line++;
        lastNewline = i;
      }
    }
    int from = counted;
    if (lastNewline >= 0) {
      before = 0;
      from = lastNewline + 1;
    }
    for (int at = from; at < to; at++) {
      before += (bytes[at] & 0xc0) == 0x80 ? 0 : 1; // a character's first byte
    }
    counted = Math.max(counted, to);
  }

  /** The bytes moved to the front by {@code by}; what goes is counted first. */
  void moved(byte[] bytes, int by) {
    to(bytes, by);
    counted -= by;
  }

  /** The line up to which was counted, from 1. */
  long line() {
    return line;
  }

  /** The column, in characters (code points) from 1. */
  long column() {
    return before + 1;
  }
}

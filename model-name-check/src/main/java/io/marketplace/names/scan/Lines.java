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
  private static final long PAIRS = 0x00ff00ff00ff00ffL;
  private static final long PAIR_ONES = 0x0001000100010001L;

  /** So many can be counted in each byte of a long. */
  private static final int MOST = 255 * Long.BYTES;

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
    line += newlines(bytes, counted, to);
    int lastNewline = to - 1;
    while (lastNewline >= counted && bytes[lastNewline] != '\n') {
      lastNewline--;
    }
    int from = counted;
    if (lastNewline >= counted) {
      before = 0;
      from = lastNewline + 1;
    }
    for (int at = from; at < to; at++) {
      before += (bytes[at] & 0xc0) == 0x80 ? 0 : 1; // a character's first byte
    }
    counted = Math.max(counted, to);
  }

  /** Eight bytes at a time, each with a count of its own. */
  private static long newlines(byte[] bytes, int from, int to) {
    long newlines = 0;
    int i = from;
    while (i + Long.BYTES <= to) {
      long counts = 0;
      for (int end = Math.min(i + MOST, to); i + Long.BYTES <= end; i += Long.BYTES) {
        long x = (long) EIGHT.get(bytes, i) ^ NEWLINES;
        counts += (~(((x & LOW) + LOW) | x) & HIGH) >>> 7;
      }
      newlines += (((counts & PAIRS) + ((counts >>> 8) & PAIRS)) * PAIR_ONES) >>> 48;
    }
    for (; i < to; i++) {
      newlines += bytes[i] == '\n' ? 1 : 0;
    }
    return newlines;
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

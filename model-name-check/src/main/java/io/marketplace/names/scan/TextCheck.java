package io.marketplace.names.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells text from other bytes as they come: no zero byte, and UTF-8 throughout. Eight bytes of
 * ASCII take one step; the JDK's decoder, which writes characters nobody reads, takes several times
 * as long.
 *
 * @see <a
 *     href="https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/#G27506">Unicode,
 *     table 3-7: well-formed UTF-8 byte sequences</a>
 */
final class TextCheck {

  /** What the bytes were so far. */
  enum Kind {
    TEXT,
    BINARY,
    OTHER_ENCODING
  }

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;

  /** Bytes before this index are characters in full. */
  private int checked;

  void start() {
    checked = 0;
  }

  /** The bytes moved to the front by {@code by}. */
  void moved(int by) {
    checked -= by;
  }

  /** Reads on to {@code to}; at the {@code last} bytes a begun character is a fault. */
  Kind read(byte[] bytes, int to, boolean last) {
    int i = checked;
    while (i < to) {
      if (i + Long.BYTES <= to && plain((long) EIGHT.get(bytes, i))) {
        i += Long.BYTES;
        continue;
      }
      int length = length(bytes[i]);
      if (bytes[i] == 0) {
        return Kind.BINARY;
      }
      if (i + length > to && !last) {
        break; // the rest of the character comes with the next bytes
      }
      if (length == 0 || i + length > to || !wellFormed(bytes, i, length)) {
        return Kind.OTHER_ENCODING;
      }
      i += length;
    }
    checked = i;
    return Kind.TEXT;
  }

  /** Eight bytes of ASCII, none of them zero. */
  private static boolean plain(long eight) {
    return ((eight | (eight - ONES)) & HIGH) == 0;
  }

  /** How many bytes the character has that begins so; 0 if none does. */
  private static int length(byte first) {
    int b = first & 0xff;
    if (b < 0x80) {
      return 1;
    }
    if (b < 0xc2 || b > 0xf4) {
      return 0;
    }
    return b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
  }

  private static boolean wellFormed(byte[] bytes, int at, int length) {
    if (length > 1 && !secondFits(bytes[at] & 0xff, bytes[at + 1] & 0xff)) {
      return false;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((bytes[i] & 0xc0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean secondFits(int first, int second) {
    return switch (first) {
      case 0xe0 -> second >= 0xa0 && second <= 0xbf;
      case 0xed -> second >= 0x80 && second <= 0x9f;
      case 0xf0 -> second >= 0x90 && second <= 0xbf;
      case 0xf4 -> second >= 0x80 && second <= 0x8f;
      default -> second >= 0x80 && second <= 0xbf;
    };
  }
}

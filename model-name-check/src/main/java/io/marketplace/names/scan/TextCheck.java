package io.marketplace.names.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells text from other bytes as they come: no zero byte, and UTF-8 throughout. */
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

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer discarded = CharBuffer.allocate(16 * 1024);

  /** Bytes before this index are characters in full. */
  private int checked;

  private Kind kind = Kind.TEXT;

  void start() {
    checked = 0;
    kind = Kind.TEXT;
  }

  /** The bytes moved to the front by {@code by}. */
  void moved(int by) {
    checked -= by;
  }

  /** Reads on to {@code to}; at the {@code last} bytes a begun character is a fault. */
  Kind read(byte[] bytes, int to, boolean last) {
    int from = checked;
    boolean ascii = true;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, i);
      if (((eight - ONES) & ~eight & HIGH) != 0 && zeroWithin(bytes, i)) {
        kind = Kind.BINARY;
        return kind;
      }
      ascii &= (eight & HIGH) == 0;
    }
    for (; i < to; i++) {
      if (bytes[i] == 0) {
        kind = Kind.BINARY;
        return kind;
      }
      ascii &= bytes[i] > 0;
    }
    if (ascii) {
      checked = to;
    } else {
      decode(ByteBuffer.wrap(bytes, from, to - from), last);
    }
    return kind;
  }

  /** The quick test for a zero also fires for a byte above 127 beside one. */
  private static boolean zeroWithin(byte[] bytes, int from) {
    for (int i = from; i < from + Long.BYTES; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private void decode(ByteBuffer bytes, boolean last) {
    decoder.reset();
    CoderResult result;
    do {
      discarded.clear();
      result = decoder.decode(bytes, discarded, last);
    } while (result.isOverflow());
    if (result.isError()) {
      kind = Kind.OTHER_ENCODING;
    }
    checked = bytes.position();
  }
}

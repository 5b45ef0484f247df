package io.marketplace.model.kernel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link BinaryWriter} wrote, in the same order. Every method throws {@link
 * IllegalArgumentException} where the bytes end too early or cannot be what they should.
 */
public final class BinaryReader {
  private final ByteBuffer bytes;

  /** Reads {@code content} from its beginning. */
  public BinaryReader(byte[] content) {
    bytes = ByteBuffer.wrap(content);
  }

  /** One byte. */
  public int readByte() {
    try {
      return bytes.get() & 0xff;
    } catch (BufferUnderflowException e) {
      throw cut(e);
    }
  }

  /** Eight bytes. */
  public long readLong() {
    try {
      return bytes.getLong();
    } catch (BufferUnderflowException e) {
      throw cut(e);
    }
  }

  /** A number that is mostly small. */
  public long readCount() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int part = readByte();
      value |= (long) (part & 0x7f) << shift;
      if (part < 0x80) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 64 bits");
  }

  /** A number of things that take at least one byte each. */
  public int readSize() {
    long size = readCount();
    if (size < 0 || size > bytes.remaining()) {
      throw new IllegalArgumentException("more things than there are bytes");
    }
    return (int) size;
  }

  /** A number with a fraction. */
  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  /** An identifier. */
  public UUID readId() {
    return new UUID(readLong(), readLong());
  }

  /** A moment. */
  public Instant readMoment() {
    try {
      return Instant.ofEpochSecond(readLong(), readCount());
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("no moment", e);
    }
  }

  /** A text. */
  public String readText() {
    return new String(readBytes(readSize()), StandardCharsets.UTF_8);
  }

  /** A text or null. */
  public @Nullable String readOptionalText() {
    return readByte() == 0 ? null : readText();
  }

  /** The next {@code count} bytes. */
  public byte[] readBytes(int count) {
    byte[] content = new byte[count];
    try {
      bytes.get(content);
    } catch (BufferUnderflowException e) {
      throw cut(e);
    }
    return content;
  }

  /** What is left. */
  public byte[] readRest() {
    return readBytes(bytes.remaining());
  }

  private static IllegalArgumentException cut(BufferUnderflowException cause) {
    return new IllegalArgumentException("the bytes end too early", cause);
  }
}

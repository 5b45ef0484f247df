package io.marketplace.model.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values one behind the other into a growing array; {@link BinaryReader} reads them. */
public final class BinaryWriter {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int length;

  /** Begins with room for {@code expected} bytes. */
  public BinaryWriter(int expected) {
    bytes = new byte[Math.max(16, expected)];
  }

  /** What was written; the array is longer and goes on being used. */
  public byte[] array() {
    return bytes;
  }

  /** How much of {@link #array} was written. */
  public int length() {
    return length;
  }

  /** A copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** One byte. */
  public void writeByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  /** Eight bytes. */
  public void writeLong(long value) {
    reserve(8);
    LONGS.set(bytes, length, value);
    length += 8;
  }

  /** Four bytes. */
  public void writeInt(int value) {
    reserve(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  /** Two bytes. */
  public void writeShort(int value) {
    reserve(2);
    bytes[length++] = (byte) (value >>> 8);
    bytes[length++] = (byte) value;
  }

  /** A number that is mostly small: seven bits a byte, as in LEB128. Negative ones take ten. */
  public void writeCount(long value) {
    long rest = value;
    reserve(10);
    while ((rest & ~0x7fL) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** A number with a fraction. */
  public void writeDouble(double value) {
    writeLong(Double.doubleToRawLongBits(value));
  }

  /** An identifier. */
  public void writeId(UUID value) {
    writeLong(value.getMostSignificantBits());
    writeLong(value.getLeastSignificantBits());
  }

  /** A moment, to the nanosecond. */
  public void writeMoment(Instant value) {
    writeLong(value.getEpochSecond());
    writeCount(value.getNano());
  }

  /** A text. */
  public void writeText(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    writeCount(utf8.length);
    writeBytes(utf8, utf8.length);
  }

  /** A text or null. */
  public void writeOptionalText(@Nullable String value) {
    writeByte(value == null ? 0 : 1);
    if (value != null) {
      writeText(value);
    }
  }

  /** The first {@code count} bytes of {@code content}, without their number. */
  public void writeBytes(byte[] content, int count) {
    reserve(count);
    System.arraycopy(content, 0, bytes, length, count);
    length += count;
  }

  private void reserve(int more) {
    if (length > bytes.length - more) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
    }
  }
}

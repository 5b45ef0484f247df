package io.marketplace.gateway.journal;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One mapped file: a head, then records of {@code [length][checksum][type][content]}, each aligned
 * to 8 bytes. What a thread has stored into the mapping belongs to the kernel, which writes it to
 * the disk even if the process is killed the next moment.
 *
 * <p>An appender takes its room with one atomic addition, marks it as taken (a negative length),
 * fills it and stores the true length last. A reader of a living log waits at a mark; a reader of a
 * dead process's file searches on behind whatever carries no valid checksum, so that a record torn
 * by the death of its appender hides none of those behind it.
 */
final class Segment {
  static final int HEAD = 64;
  static final int PREFIX = 8;

  /** More than any record: a length above it is damage. */
  static final int MAX_RECORD = 1024 * 1024;

  /** Stands where the next record did not fit. */
  static final int END = Integer.MIN_VALUE;

  private static final long MAGIC = 0x4c414e52554f4a31L;
  private static final VarHandle INTS =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(64 * 1024).asReadOnlyBuffer();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final MappedByteBuffer bytes;
  private final int capacity;

  /**
   * Begins every checksum. Secret and new for each use of a file: content that a caller chose can
   * pass for a record at no place where the search happens upon it.
   */
  private int salt;

  private final AtomicInteger tail = new AtomicInteger(HEAD);

  private Segment(Path file, MappedByteBuffer bytes) {
    this.file = file;
    this.bytes = bytes;
    this.capacity = bytes.capacity();
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    this.salt = bytes.getInt(8);
  }

  /**
   * Makes a file of {@code size} bytes, all of them written: a mapped page without room on the disk
   * would kill the process at its first use.
   */
  static Segment create(Path file, int size) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate(256 * 1024);
      for (long at = 0; at < size; ) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), size - at));
        at += channel.write(zeros, at);
      }
      Segment segment = new Segment(file, channel.map(MapMode.READ_WRITE, 0, size));
      segment.begin();
      return segment;
    }
  }

  /**
   * Opens a file that a process left behind, to be read.
   *
   * @throws IOException also if it is none
   */
  static Segment open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() < HEAD || channel.size() > Integer.MAX_VALUE) {
        throw new IOException(file + " is no segment of the journal");
      }
      Segment segment = new Segment(file, channel.map(MapMode.READ_ONLY, 0, channel.size()));
      if (segment.bytes.getLong(0) != MAGIC) {
        throw new IOException(file + " is no segment of the journal");
      }
      return segment;
    }
  }

  private void begin() {
    salt = RANDOM.nextInt();
    bytes.putLong(0, MAGIC);
    bytes.putInt(8, salt);
  }

  /** Empties it for another use in a file of another name. Nobody may append or read any more. */
  Segment cleared(Path movedTo) {
    int used = Math.min(capacity, tail.get());
    byte[] zeros = new byte[64 * 1024];
    for (int at = HEAD; at < used; at += zeros.length) {
      bytes.put(at, zeros, 0, Math.min(zeros.length, used - at));
    }
    begin();
    return new Segment(movedTo, bytes);
  }

  /** The same mapping, still empty, after its file was renamed. */
  Segment movedTo(Path other) {
    return new Segment(other, bytes);
  }

  /** Appends a record; false if there is no room for it here. Any number of threads at once. */
  boolean append(byte type, byte[] content, int length) {
    if (tail.get() >= capacity) {
      return false;
    }
    int room = aligned(PREFIX + 1 + length);
    int at = tail.getAndAdd(room);
    if (at > capacity - room) {
      if (at >= HEAD && at < capacity) {
        INTS.setRelease(bytes, at, END);
      }
      return false;
    }
    INTS.setRelease(bytes, at, -room);
    VarHandle.storeStoreFence();
    bytes.put(at + PREFIX, type);
    bytes.put(at + PREFIX + 1, content, 0, length);
    INTS.set(bytes, at + 4, checksum(type, content, length));
    INTS.setRelease(bytes, at, length + 1);
    return true;
  }

  /** The length or mark at {@code at}. */
  int word(int at) {
    return (int) INTS.getAcquire(bytes, at);
  }

  /** The content at {@code at} if its checksum is right; null otherwise. */
  byte @Nullable [] content(int at, int length) {
    if (length < 1 || length > MAX_RECORD || at > capacity - aligned(PREFIX + length)) {
      return null;
    }
    byte[] content = new byte[length - 1];
    bytes.get(at + PREFIX + 1, content);
    return checksum(type(at), content, content.length) == (int) INTS.get(bytes, at + 4)
        ? content
        : null;
  }

  /** The first place from {@code at} on where a record may begin; most of a file is often empty. */
  int behindZeros(int at) {
    int from = at;
    while (from < capacity) {
      int length = Math.min(ZEROS.capacity(), capacity - from);
      int first = bytes.slice(from, length).mismatch(ZEROS.slice(0, length));
      if (first >= 0) {
        return Math.max(at + 8, (from + first) & ~7);
      }
      from += length;
    }
    return capacity;
  }

  byte type(int at) {
    return bytes.get(at + PREFIX);
  }

  private int checksum(byte type, byte[] content, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(salt);
    checksum.update(salt >>> 8);
    checksum.update(salt >>> 16);
    checksum.update(salt >>> 24);
    checksum.update(type);
    checksum.update(content, 0, length);
    return (int) checksum.getValue();
  }

  static int aligned(int length) {
    return (length + 7) & ~7;
  }

  Path file() {
    return file;
  }

  int capacity() {
    return capacity;
  }

  /** Where the next record would begin. */
  int tail() {
    return Math.min(capacity, tail.get());
  }

  /** Hands everything to the disk; against the death of the machine, not of the process. */
  void force() {
    bytes.force();
  }
}

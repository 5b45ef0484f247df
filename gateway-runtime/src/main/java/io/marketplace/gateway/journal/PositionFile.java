package io.marketplace.gateway.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/** How far the log was read for good, in one small write. */
final class PositionFile implements AutoCloseable {
  private static final int SIZE = 20;

  private final FileChannel channel;

  PositionFile(Path folder) throws IOException {
    channel =
        FileChannel.open(
            folder.resolve("position"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
  }

  /** The last one saved; the very beginning if none was, or if it was torn. */
  Position load() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      // short reads go on
    }
    if (bytes.hasRemaining() || bytes.getLong(12) != checksum(bytes.array())) {
      return new Position(0, 0);
    }
    return new Position(bytes.getLong(0), bytes.getInt(8));
  }

  void save(Position position) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    bytes.putLong(0, position.segment()).putInt(8, position.offset());
    bytes.putLong(12, checksum(bytes.array()));
    while (bytes.hasRemaining()) {
      int unused = channel.write(bytes, bytes.position());
    }
  }

  private static long checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, 0, 12);
    return checksum.getValue() + 1;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

package io.marketplace.gateway.metering;

import io.marketplace.model.metering.UsageRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the database refuses and what cannot be read, one line each, for somebody to look at. */
final class RefusedRows {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedRows.class);

  private final Path file;

  RefusedRows(Path folder) {
    file = folder.resolve("usage-refused.txt");
  }

  /** Keeps a row in words. */
  void add(UsageRow row) {
    append(row.toString());
  }

  /** Keeps a record of the journal that cannot be read. */
  void add(byte[] record) {
    append(Base64.getEncoder().encodeToString(record));
  }

  private void append(String line) {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line.replace('\n', ' ') + "\n");
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        int unused = channel.write(bytes);
      }
      channel.force(false);
    } catch (IOException e) {
      LOG.error("A refused row of the ledger cannot be kept: {}", line, e);
    }
  }
}

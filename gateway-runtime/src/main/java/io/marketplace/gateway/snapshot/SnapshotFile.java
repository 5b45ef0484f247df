package io.marketplace.gateway.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last snapshot on disk, so that a gateway can start while the database is away. It holds
 * hashes of keys and sealed credentials, never clear ones; it is readable by its owner alone. The
 * file's time says when it was last known to be in force.
 */
final class SnapshotFile {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotFile.class);

  /** A document and when it was last confirmed. */
  record Stored(String document, Instant confirmedAt) {}

  private final Path file;

  SnapshotFile(Path folder) {
    this.file = folder.resolve("snapshot.json");
  }

  Optional<Stored> read() {
    try {
      return Files.exists(file)
          ? Optional.of(
              new Stored(Files.readString(file), Files.getLastModifiedTime(file).toInstant()))
          : Optional.empty();
    } catch (IOException e) {
      LOG.warn("The stored snapshot cannot be read: {}", e.toString());
      return Optional.empty();
    }
  }

  /** Replaces the file in one step: a reader sees the old document or the new one. */
  void write(String document) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = file.resolveSibling("snapshot.json.next");
      Files.deleteIfExists(next);
      if (next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            next,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(next, document);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("The snapshot cannot be stored: {}", e.toString());
    }
  }

  void confirm(Instant now) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (IOException e) {
      LOG.warn("The stored snapshot cannot be confirmed: {}", e.toString());
    }
  }
}

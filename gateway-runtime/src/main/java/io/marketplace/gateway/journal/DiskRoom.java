package io.marketplace.gateway.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much room a folder's disk has. */
@FunctionalInterface
public interface DiskRoom {

  /** Usable bytes. */
  long usable() throws IOException;

  /** Of the disk that {@code folder} lies on. */
  static DiskRoom of(Path folder) {
    return () -> Files.getFileStore(folder).getUsableSpace();
  }
}

package io.marketplace.launcher.supervise;

import io.marketplace.launcher.part.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks for room on the disk before anything is fetched or started. */
final class DiskSpace {
  /** Programs and models, packed and unpacked, take 2.3 GB at their peak. */
  private static final long COLD_MEGABYTES = 3_000;

  /** Databases, logs and journals of a start that has everything. */
  private static final long WARM_MEGABYTES = 300;

  private DiskSpace() {}

  static void require(Path folder, boolean cold) throws IOException {
    long needed = cold ? COLD_MEGABYTES : WARM_MEGABYTES;
    long free = Files.getFileStore(folder).getUsableSpace() / 1_000_000;
    if (free < needed) {
      throw new LaunchFailure(
          "The disk of %s has %,d MB free, and this start needs %,d MB. Free some space or move the folder with MARKETPLACE_HOME."
              .formatted(folder, free, needed));
    }
  }
}

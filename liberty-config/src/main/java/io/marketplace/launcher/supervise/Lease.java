package io.marketplace.launcher.supervise;

import io.marketplace.launcher.home.PrivateFile;
import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.process.ProcessMark;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The right to run the marketplace of one state folder; the system takes it back when its holder
 * ends, however it ends.
 */
public final class Lease {
  private Lease() {}

  /** Takes the lease for the life of this process; false when another process holds it. */
  public static boolean take(Settings settings) {
    try {
      PrivateFile.createFolder(settings.home());
      PrivateFile.createFolder(settings.run());
      // Held open on purpose: closing the channel would give the lease back.
      FileChannel channel =
          FileChannel.open(
              settings.run().resolve("lease"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Optional<FileLock> lock = tryLock(channel);
      if (lock.isEmpty()) {
        channel.close();
        return false;
      }
      ProcessMark.of(ProcessHandle.current()).write(holderFile(settings));
      return true;
    } catch (IOException e) {
      throw new LaunchFailure(
          "The state folder %s cannot be written: %s. Free some disk space, mend its rights, or choose another with MARKETPLACE_HOME."
              .formatted(settings.home(), e.getMessage()),
          e);
    }
  }

  /** The process that runs the marketplace of this state folder; empty when none does. */
  public static Optional<ProcessHandle> holder(Settings settings) {
    return ProcessMark.read(holderFile(settings)).flatMap(ProcessMark::live);
  }

  private static Path holderFile(Settings settings) {
    return settings.run().resolve("supervisor");
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    }
  }
}

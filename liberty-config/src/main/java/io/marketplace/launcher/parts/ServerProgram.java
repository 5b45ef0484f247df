package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.process.Logs;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A server's program, fetched and unpacked once below {@link Settings#runtimes}. A stamp says that
 * it is whole; without it the folder is made anew. Several marketplaces may share the folder: a
 * file lock lets one of them do the work.
 */
public final class ServerProgram implements Part {
  private final Settings settings;
  private final String name;
  private final String version;
  private final Maker maker;

  /**
   * Fills a folder; what is missing is fetched. False when the folder stays empty because this
   * machine lacks something that the marketplace can do without; the next start tries again.
   */
  @FunctionalInterface
  interface Maker {
    boolean make(Path folder, Path log) throws IOException, InterruptedException;
  }

  ServerProgram(Settings settings, String name, String version, Maker maker) {
    this.settings = settings;
    this.name = name;
    this.version = version;
    this.maker = maker;
  }

  /** A version for what a file pins: it changes when the file does. */
  static String pinnedBy(Path file) {
    CRC32 sum = new CRC32();
    try {
      sum.update(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new LaunchFailure(
          "The file %s cannot be read. Restore it from the repository.".formatted(file), e);
    }
    return "%08x".formatted(sum.getValue());
  }

  /** Where the program is, once this part is ready. */
  Path folder() {
    return settings.runtimes().resolve(name + "-" + version);
  }

  @Override
  public String name() {
    return name + "-program";
  }

  @Override
  public Set<String> needs() {
    return Set.of();
  }

  @Override
  public String start() throws InterruptedException {
    Path stamp = folder().resolve(".complete");
    if (Files.exists(stamp)) {
      return version;
    }
    try {
      Files.createDirectories(settings.runtimes());
      Path lockFile = settings.runtimes().resolve(name + ".lock");
      try (FileChannel channel =
              FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.exists(stamp)) {
          Unpack.deleteTree(folder());
          Files.createDirectories(folder());
          if (!maker.make(folder(), Logs.fresh(settings.logs(), name()))) {
            return "left out";
          }
          Files.createFile(stamp);
        }
      }
    } catch (IOException e) {
      throw new LaunchFailure(
          "The program of %s could not be put below %s: %s. Free some disk space or mend the folder's rights."
              .formatted(name, settings.runtimes(), e.getMessage()),
          e);
    }
    return version + " unpacked";
  }

  @Override
  public void stop() {
    // Nothing runs: the start waits for its tools.
  }
}

package io.marketplace.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as written down in the state folder: its number together with the instant it began, so
 * that a number which the system gave to somebody else in the meantime is never taken for ours.
 *
 * @param startMillis the start instant, milliseconds since 1970
 */
public record ProcessMark(long pid, long startMillis) {
  /** Start instants of one process, read twice, may differ by the system's clock tick. */
  private static final long TOLERANCE_MILLIS = 1_500;

  /** The mark of a live process. */
  public static ProcessMark of(ProcessHandle handle) {
    return new ProcessMark(handle.pid(), startOf(handle));
  }

  /** Writes the mark. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, pid + " " + startMillis + "\n");
  }

  /** Reads a mark; empty when there is none or it is damaged. */
  public static Optional<ProcessMark> read(Path file) {
    try {
      String[] words = Files.readString(file).strip().split(" ", -1);
      return Optional.of(new ProcessMark(Long.parseLong(words[0]), Long.parseLong(words[1])));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The live process that this mark stands for; empty when it ended. */
  public Optional<ProcessHandle> live() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> Math.abs(startOf(handle) - startMillis) <= TOLERANCE_MILLIS);
  }

  private static long startOf(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}

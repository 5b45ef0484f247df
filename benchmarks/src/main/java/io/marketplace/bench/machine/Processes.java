package io.marketplace.bench.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some processes and all that descend from them, as Linux' {@code /proc} shows them.
 *
 * @param roots process ids
 */
public record Processes(List<Long> roots) {

  private static final Path PROC = Path.of("/proc");

  /** Copies the list. */
  public Processes {
    roots = List.copyOf(roots);
  }

  /** User and system time of all of them so far, in microseconds, in steps of 10,000. */
  public long cpuMicros() {
    return all()
        .mapToLong(
            pid -> {
              String stat = read(PROC.resolve(pid + "/stat"));
              return stat.isEmpty() ? 0 : ProcStat.processMicros(stat);
            })
        .sum();
  }

  /** Resident memory in KiB; pages that processes share count for each of them. */
  public long residentKiB() {
    return all().mapToLong(pid -> residentKiB(read(PROC.resolve(pid + "/status")))).sum();
  }

  static long residentKiB(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElse(0);
  }

  private Stream<Long> all() {
    return roots.stream()
        .flatMap(
            root ->
                Stream.concat(
                    Stream.of(root),
                    ProcessHandle.of(root).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid)))
        .distinct();
  }

  /** What the file holds; empty if the process ended meanwhile. */
  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      // A process that ends between open and read gives ESRCH.
      if (Files.exists(file)) {
        throw new UncheckedIOException(e);
      }
      return "";
    }
  }
}

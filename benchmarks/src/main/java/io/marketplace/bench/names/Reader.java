package io.marketplace.bench.names;

import io.marketplace.bench.machine.Processes;
import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that reads a folder, on one core.
 *
 * @param name for the table
 * @param command its words; the folder follows
 */
record Reader(String name, List<String> command) {
  private static final int POLL_MILLIS = 20;

  /**
   * One run.
   *
   * @param seconds from its start to its end, the program's own start included
   * @param residentKiB the most memory that was seen
   */
  record Pass(double seconds, long residentKiB) {}

  Pass read(Path folder) {
    List<String> words = new ArrayList<>(List.of("taskset", "-c", "0"));
    words.addAll(command);
    words.add(folder.toString());
    try {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(words)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Processes its = new Processes(List.of(process.pid()));
      long resident = 0;
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        resident = Math.max(resident, its.residentKiB());
      }
      if (process.exitValue() > 1) {
        throw new BenchFailure(name + " ended with " + process.exitValue() + ".");
      }
      return new Pass((System.nanoTime() - start) / 1e9, resident);
    } catch (IOException e) {
      throw new BenchFailure(name + " could not be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }
}

package io.marketplace.bench.contender;

import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Fetches a contender's program of one version into a folder of the state folder, once. What cannot
 * be fetched is left out of the run, and that is said.
 */
final class Fetch {

  private static final long LONGEST_MINUTES = 15;

  private final String name;
  private final Path folder;

  /**
   * @param name with its version, such as {@code envoy-1.40.0}
   * @param contenders the folder of all
   */
  Fetch(String name, Path contenders) {
    this.name = name;
    this.folder = contenders.resolve(name);
  }

  /** Where the program is. */
  Path folder() {
    return folder;
  }

  /**
   * Runs the commands in the folder unless they were run before.
   *
   * @return the folder; empty when a command failed
   */
  Optional<Path> with(List<List<String>> commands) {
    Path stamp = folder.resolve("complete");
    if (Files.exists(stamp)) {
      return Optional.of(folder);
    }
    System.out.println("fetching " + name);
    try {
      Files.createDirectories(folder);
      Path log = folder.resolve("fetch.log");
      Files.deleteIfExists(log);
      for (List<String> command : commands) {
        if (!run(command, log)) {
          System.out.println(
              "%s is left out: `%s` failed. Is its registry reachable? The log: %s"
                  .formatted(name, String.join(" ", command), log));
          return Optional.empty();
        }
      }
      Files.createFile(stamp);
      return Optional.of(folder);
    } catch (IOException e) {
      throw new BenchFailure("The folder " + folder + " cannot be written.", e);
    }
  }

  private boolean run(List<String> command, Path log) {
    try {
      Process process =
          new ProcessBuilder(new ArrayList<>(command))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.destroy();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      // The program (pip, npm) is not installed here.
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted.", e);
    }
  }
}

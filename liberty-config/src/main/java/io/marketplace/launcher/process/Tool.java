package io.marketplace.launcher.process;

import io.marketplace.launcher.part.LaunchFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that runs to its end, such as Maven or pip, with its output in a log. */
public final class Tool {
  private Tool() {}

  /**
   * Runs a command and waits for it.
   *
   * @param environment what is set besides the launcher's own environment
   * @return the exit code
   * @throws LaunchFailure when the program is not there
   */
  public static int run(
      List<String> command, Map<String, String> environment, Path folder, Path log)
      throws InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new LaunchFailure(
          "The program %s was not found. Install it and try again.".formatted(command.getFirst()),
          e);
    }
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      throw e;
    }
  }

  /** Runs a short command for its output; empty when it fails or is not there. */
  public static String output(List<String> command) throws InterruptedException {
    try {
      Path answer = Files.createTempFile("marketplace", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(answer.toFile())
                .start();
        process.getOutputStream().close();
        return process.waitFor() == 0
            ? Files.readString(answer, StandardCharsets.UTF_8).strip()
            : "";
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException e) {
      return "";
    }
  }
}

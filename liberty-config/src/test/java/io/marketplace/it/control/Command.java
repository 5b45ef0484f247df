package io.marketplace.it.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./marketplace}, run as a person would type it. */
public final class Command {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Command() {}

  /** What a command said. */
  public record Said(int exit, String text) {}

  /**
   * Runs a command to its end.
   *
   * @param variables set besides this process' own; an empty one is as good as none
   */
  public static Said run(Map<String, String> variables, String... words) {
    List<String> command = new ArrayList<>(List.of("./marketplace"));
    command.addAll(List.of(words));
    try {
      Path said = Files.createTempFile("marketplace", ".said");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(ROOT.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().putAll(variables);
      int exit = builder.start().waitFor();
      String text = Files.readString(said);
      Files.delete(said);
      return new Said(exit, text);
    } catch (IOException e) {
      throw new AssertionError("the launcher did not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}

package io.marketplace.names.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What git knows about a folder, asked of the program {@code git}. */
final class Git {
  private Git() {}

  /**
   * The root of the working tree that holds {@code folder}; empty outside of one, or without git.
   */
  static Optional<Path> root(Path folder) {
    List<String> lines = new ArrayList<>();
    boolean told = run(folder, List.of("rev-parse", "--show-toplevel"), '\n', lines::add);
    return told && !lines.isEmpty() && !lines.getFirst().isEmpty()
        ? Optional.of(Path.of(lines.getFirst()))
        : Optional.empty();
  }

  /**
   * Tells the paths of tracked files, relative to {@code folder}, as they come.
   *
   * @return whether git could tell
   */
  static boolean tracked(Path folder, Consumer<String> paths) {
    return run(folder, List.of("ls-files", "-z", "--cached", "--deduplicate"), '\0', paths);
  }

  private static boolean run(
      Path folder, List<String> arguments, char end, Consumer<String> texts) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(arguments);
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      git.getOutputStream().close();
      try (InputStream out = new BufferedInputStream(git.getInputStream())) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int b = out.read(); b >= 0; b = out.read()) {
          if (b == end) {
            texts.accept(text.toString(StandardCharsets.UTF_8));
            text.reset();
          } else {
            text.write(b);
          }
        }
      }
      return git.waitFor() == 0;
    } catch (IOException e) {
      return false; // no git here: the folder is read as it is
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

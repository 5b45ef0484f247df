package io.marketplace.bench.names;

import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Sources to read: this repository's own, again and again, as they are or as one large file. */
final class Texts {
  private Texts() {}

  /** Files that name models on purpose would measure the writing of findings. */
  private static boolean plain(Path file) {
    String path = file.toString();
    return path.contains("/src/main/java/")
        && path.endsWith(".java")
        && !path.contains("/model-name-check/")
        && !path.contains("/seed/");
  }

  /** Copies of the sources below {@code folder}; returns how many bytes they have. */
  static long files(Path root, Path folder, long bytes) {
    try {
      List<Path> sources = sources(root);
      long written = 0;
      for (int copy = 0; written < bytes; copy++) {
        for (Path source : sources) {
          Path target = folder.resolve("copy-" + copy).resolve(root.relativize(source));
          Files.createDirectories(target.getParent());
          Files.copy(source, target);
          written += Files.size(target);
        }
      }
      return written;
    } catch (IOException e) {
      throw new BenchFailure("The sources to read cannot be written: " + e.getMessage(), e);
    }
  }

  /** One file of all the sources, again and again; returns how many bytes it has. */
  static long one(Path root, Path folder, long bytes) {
    try {
      List<Path> sources = sources(root);
      Files.createDirectories(folder);
      long written = 0;
      try (OutputStream out = Files.newOutputStream(folder.resolve("large.txt"))) {
        while (written < bytes) {
          for (Path source : sources) {
            written += Files.copy(source, out);
          }
        }
      }
      return written;
    } catch (IOException e) {
      throw new BenchFailure("The text to read cannot be written: " + e.getMessage(), e);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> sources = all.filter(Texts::plain).filter(Files::isRegularFile).sorted().toList();
      if (sources.isEmpty()) {
        throw new BenchFailure("There are no sources below " + root + ".");
      }
      return sources;
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new BenchFailure(folder + " cannot be removed: " + e.getMessage(), e);
    }
  }
}

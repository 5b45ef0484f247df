package io.marketplace.names.command;

import io.marketplace.names.report.Format;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One check, as it was asked for.
 *
 * @param paths what to read
 * @param format what goes to standard output
 * @param reports files to write besides
 * @param exceptions the file of globs; empty: the one in the root of each path, if it is there
 * @param baseline the baseline; empty: the one in the root of the first path, if it is there
 * @param writeBaseline whether to write a baseline of what is found
 * @param everything whether to read folders as they are, whatever git tracks
 */
public record Settings(
    List<Path> paths,
    Format format,
    Map<Format, Path> reports,
    Optional<Path> exceptions,
    Optional<Path> baseline,
    boolean writeBaseline,
    boolean everything) {

  /** Copies the collections. */
  public Settings {
    paths = List.copyOf(paths);
    reports = Map.copyOf(reports);
  }

  /** A check of {@code paths} with everything else as usual. */
  public static Settings of(List<Path> paths) {
    return new Settings(
        paths, Format.TEXT, Map.of(), Optional.empty(), Optional.empty(), false, false);
  }
}

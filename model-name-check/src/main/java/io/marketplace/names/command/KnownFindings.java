package io.marketplace.names.command;

import io.marketplace.names.files.UnusableInput;
import io.marketplace.names.report.Located;
import io.marketplace.names.waive.Baseline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The baseline of one check: found, asked, and in the end made smaller or written anew. */
final class KnownFindings {
  private final Settings settings;
  private Optional<Path> file;
  private Optional<Path> root = Optional.empty();
  private Baseline baseline = Baseline.empty();
  private Set<String> paths = Set.of();
  private boolean exists;
  private final Set<String> lookedAt = new HashSet<>();

  KnownFindings(Settings settings) {
    this.settings = settings;
    this.file = settings.baseline();
  }

  /** Takes the baseline in the root of the first path, unless another was named. */
  void enter(Path base) throws UnusableInput {
    if (root.isPresent()) {
      return;
    }
    root = Optional.of(base);
    Path chosen = file.orElse(base.resolve(Baseline.FILE));
    file = Optional.of(chosen);
    exists = Files.exists(chosen);
    if (exists) {
      baseline = Baseline.read(chosen);
      paths = baseline.paths();
    } else if (settings.baseline().isPresent() && !settings.writeBaseline()) {
      throw new UnusableInput("There is no baseline " + chosen + "; --write-baseline makes one.");
    }
  }

  /** Where the baseline is, or would be; empty before anything was entered. */
  Optional<Path> file() {
    return file;
  }

  void looksAt(String path) {
    if (paths.contains(path)) {
      lookedAt.add(path);
    }
  }

  boolean knows(Located located) {
    return baseline.knows(located.file().relative(), located.finding());
  }

  /**
   * Writes what changed.
   *
   * @param found what the baseline does not know; emptied where a new baseline takes it in
   * @return sentences for people
   * @throws UnusableInput if a baseline that exists would have to grow, or cannot be written
   */
  List<String> settle(List<Located> found, long more) throws UnusableInput {
    List<String> notes = new ArrayList<>();
    if (file.isEmpty() || root.isEmpty()) {
      return notes;
    }
    if (settings.writeBaseline() && !exists) {
      if (more > 0) {
        throw new UnusableInput("Files with more than a thousand findings fit into no baseline.");
      }
      Baseline written = baseline.ofAllMet();
      written.write(file.get());
      found.clear();
      notes.add("%s now knows %d findings.".formatted(file.get(), written.size()));
      return notes;
    }
    if (settings.writeBaseline() && !found.isEmpty()) {
      notes.add(
          "%s exists and takes in no new findings: a baseline only shrinks.".formatted(file.get()));
    }
    Path base = root.get();
    Baseline left =
        baseline.shrunk(path -> lookedAt.contains(path) || !Files.exists(base.resolve(path)));
    if (exists && left.size() < baseline.size()) {
      notes.add(
          "%d findings of %s are gone; it shrinks to %d. Commit it."
              .formatted(baseline.size() - left.size(), file.get(), left.size()));
      left.write(file.get());
    }
    return notes;
  }
}

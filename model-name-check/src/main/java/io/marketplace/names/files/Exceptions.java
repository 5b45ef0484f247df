package io.marketplace.names.files;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * The files that are excepted as a whole, by globs in one small file: a glob on each line, then
 * {@code #} and the reason. Globs are relative to the root; one without a slash holds in every
 * folder, one that ends in a slash for all below.
 */
public final class Exceptions {

  /** What the file is called in the root of a repository or folder. */
  public static final String FILE = ".model-names-ignore";

  private final List<Glob> globs;

  private Exceptions(List<Glob> globs) {
    this.globs = List.copyOf(globs);
  }

  /** One line, and how many files it excepted so far. */
  public static final class Glob {
    private final String text;
    private final String reason;
    private final PathMatcher matcher;
    private long files;

    private Glob(String text, String reason, PathMatcher matcher) {
      this.text = text;
      this.reason = reason;
      this.matcher = matcher;
    }

    /** The glob as it was written. */
    public String text() {
      return text;
    }

    /** Why these files are excepted. */
    public String reason() {
      return reason;
    }

    /** How many files it excepted. */
    public long files() {
      return files;
    }
  }

  /** Nothing is excepted. */
  public static Exceptions none() {
    return new Exceptions(List.of());
  }

  /**
   * Reads {@code file}.
   *
   * @throws UnusableInput if it cannot be read, a line has no reason or a glob is none
   */
  public static Exceptions read(Path file) throws UnusableInput {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UnusableInput(file + " cannot be read: " + Sources.reason(e) + ".", e);
    }
    List<Glob> globs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        globs.add(glob(file + ":" + (i + 1), line));
      }
    }
    return new Exceptions(globs);
  }

  private static Glob glob(String where, String line) throws UnusableInput {
    int hash = line.indexOf(" #");
    String reason = hash < 0 ? "" : line.substring(hash + 2).strip();
    if (reason.isEmpty()) {
      throw new UnusableInput(where + ": a glob needs its reason, behind a #.");
    }
    String text = line.substring(0, hash).strip();
    boolean anywhere = !text.contains("/") || text.startsWith("**/");
    String inner = text.startsWith("**/") ? text.substring(3) : text;
    inner = inner.startsWith("/") ? inner.substring(1) : inner;
    inner = inner.endsWith("/") ? inner + "**" : inner;
    try {
      String syntax = anywhere ? "glob:{" + inner + ",**/" + inner + "}" : "glob:" + inner;
      return new Glob(text, reason, FileSystems.getDefault().getPathMatcher(syntax));
    } catch (PatternSyntaxException e) {
      throw new UnusableInput(where + ": " + text + " is no glob: " + e.getDescription() + ".", e);
    }
  }

  /** The first glob that excepts the file with this path below the root; it counts the file. */
  public Optional<Glob> of(String relative) {
    if (globs.isEmpty()) {
      return Optional.empty();
    }
    Path path;
    try {
      path = Path.of(relative);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    for (Glob glob : globs) {
      if (glob.matcher.matches(path)) {
        glob.files++;
        return Optional.of(glob);
      }
    }
    return Optional.empty();
  }

  /** All of them, in their order. */
  public List<Glob> globs() {
    return globs;
  }
}

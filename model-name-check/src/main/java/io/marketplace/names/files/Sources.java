package io.marketplace.names.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The files below a path: those that git tracks, or all of a folder that git does not know. No
 * symbolic link is followed but the path itself, so there are no loops.
 */
public final class Sources {
  private final boolean everything;

  /** Sources; {@code everything} reads folders as they are, whether or not git knows them. */
  public Sources(boolean everything) {
    this.everything = everything;
  }

  /**
   * Tells {@code visitor} of all files below {@code given}.
   *
   * @throws UnusableInput if there is no such path
   */
  public void visit(Path given, Visitor visitor) throws UnusableInput {
    if (!Files.exists(given)) {
      throw new UnusableInput("There is no file or folder " + given + ".");
    }
    if (!Files.isDirectory(given)) {
      single(given, visitor);
      return;
    }
    Optional<Path> root = everything ? Optional.empty() : Git.root(given);
    if (root.isEmpty() || !tracked(given, root.get(), visitor)) {
      folder(given, visitor);
    }
  }

  private static void single(Path given, Visitor visitor) throws UnusableInput {
    Path file = real(given);
    Path folder = file.getParent() == null ? file : file.getParent();
    Path base = Git.root(folder).orElse(folder);
    visitor.enter(base);
    String relative = slashes(real(base).relativize(file));
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      tell(new SourceFile(given, slashes(given), base, relative), attributes, visitor);
    } catch (IOException e) {
      visitor.skipped(new Skipped(slashes(given), "unreadable: " + reason(e)));
    }
  }

  private static boolean tracked(Path given, Path root, Visitor visitor) throws UnusableInput {
    visitor.enter(root);
    String inRoot = slashes(real(root).relativize(real(given)));
    String before = inRoot.isEmpty() ? "" : inRoot + "/";
    String shown = shown(given);
    int[] count = {0};
    boolean told =
        Git.tracked(
            given,
            path -> {
              count[0]++;
              trackedFile(given, path, shown + path, before + path, root, visitor);
            });
    if (told && count[0] > 0) {
      return true;
    }
    visitor.note("git tracks nothing below " + given + ": all files there are read.");
    return false;
  }

  private static void trackedFile(
      Path given, String path, String shown, String relative, Path root, Visitor visitor) {
    try {
      Path file = given.resolve(path);
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      tell(new SourceFile(file, shown, root, relative), attributes, visitor);
    } catch (NoSuchFileException e) {
      visitor.skipped(new Skipped(shown, "tracked by git, and not there"));
    } catch (IOException | InvalidPathException e) {
      visitor.skipped(new Skipped(shown, "unreadable: " + reason(e)));
    }
  }

  private static void folder(Path given, Visitor visitor) throws UnusableInput {
    visitor.enter(given);
    try {
      Path root = given.toRealPath();
      Files.walkFileTree(root, new FolderWalk(given, root, shown(given), visitor));
    } catch (IOException e) {
      throw new UnusableInput("The folder " + given + " cannot be read: " + reason(e) + ".", e);
    }
  }

  /** Tells of what stands at a path. */
  static void tell(SourceFile file, BasicFileAttributes attributes, Visitor visitor) {
    if (attributes.isRegularFile()) {
      visitor.file(file, attributes.size());
    } else {
      String why =
          attributes.isSymbolicLink()
              ? "a symbolic link"
              : attributes.isDirectory() ? "a repository of its own" : "no regular file";
      visitor.skipped(new Skipped(file.shown(), why));
    }
  }

  /** In a few words; the messages of the file system only repeat the path. */
  public static String reason(Exception e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException gone -> "it is not there";
      case InvalidPathException invalid -> "its name cannot be expressed here";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  private static String shown(Path given) {
    String text = slashes(given);
    return text.isEmpty() || text.equals(".") ? "" : text.endsWith("/") ? text : text + "/";
  }

  static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}

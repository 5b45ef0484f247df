package io.marketplace.names.files;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Walks a folder; what git keeps for itself is no source. */
record FolderWalk(Path given, Path root, String shown, Visitor visitor)
    implements FileVisitor<Path> {

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String path = path(file);
    Sources.tell(new SourceFile(file, shown + path, given, path), attributes, visitor);
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    visitor.skipped(new Skipped(shown + path(file), "unreadable: " + Sources.reason(e)));
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    if (e != null) {
      visitor.skipped(new Skipped(shown + path(folder), "read in part: " + Sources.reason(e)));
    }
    return FileVisitResult.CONTINUE;
  }

  /** The path below the root, of which all paths here are told in full. */
  private String path(Path file) {
    String text = Sources.slashes(file);
    int below = Sources.slashes(root).length();
    return text.substring(text.startsWith("/", below) ? below + 1 : below);
  }
}

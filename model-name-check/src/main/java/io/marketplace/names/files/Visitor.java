package io.marketplace.names.files;

import java.nio.file.Path;

/** Is told of every file below a path, one after another. */
public interface Visitor {

  /** The files that follow belong to the repository or folder {@code base}. */
  void enter(Path base) throws UnusableInput;

  /** A regular file. */
  void file(SourceFile file, long size);

  /** Something else than a regular file, or one that cannot be reached. */
  void skipped(Skipped skipped);

  /** Something that people should know. */
  void note(String sentence);
}

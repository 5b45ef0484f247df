package io.marketplace.launcher.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Enumeration;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Zip files and folders. */
public final class Unpack {
  private Unpack() {}

  /**
   * Unpacks the entries that {@code wanted} accepts below {@code target}; programs in {@code bin}
   * become executable.
   */
  static void zip(Path zip, Path target, Predicate<String> wanted) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path path = target.resolve(entry.getName()).normalize();
        if (entry.isDirectory() || !path.startsWith(target) || !wanted.test(entry.getName())) {
          continue;
        }
        Path parent = path.resolveSibling("");
        Files.createDirectories(parent);
        try (OutputStream out = Files.newOutputStream(path)) {
          file.getInputStream(entry).transferTo(out);
        }
        if (parent.endsWith("bin") && !path.toFile().setExecutable(true, false)) {
          throw new IOException("cannot make " + path + " executable");
        }
      }
    }
  }

  /** Deletes a folder with all that is in it; nothing happens when it is not there. */
  public static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException failure)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

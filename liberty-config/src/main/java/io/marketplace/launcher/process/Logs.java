package io.marketplace.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The log files of the parts: one a part, with the one before it kept beside it. */
public final class Logs {
  private static final int TAIL_BYTES = 131_072;

  private Logs() {}

  /** Makes room for a new log and returns it; the old one becomes {@code name.log.1}. */
  public static Path fresh(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Path log = folder.resolve(name + ".log");
    if (Files.exists(log)) {
      Files.move(log, folder.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.createFile(log);
    return log;
  }

  /** The last lines of a log, empty when it cannot be read. */
  public static String tail(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL_BYTES));
      byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * What a log's end says about well-known troubles, as a sentence with its mend; empty when
   * nothing known stands there.
   */
  public static String knownTrouble(Path log) {
    String tail = tail(log);
    if (tail.contains("No space left on device")) {
      return " The disk is full: free some space.";
    }
    if (tail.contains("Address already in use") || tail.contains("CWWKO0221E")) {
      return " Its port is taken by another program.";
    }
    if (tail.contains("OutOfMemoryError") || tail.contains("Cannot allocate memory")) {
      return " It ran out of memory: close other programs.";
    }
    if (tail.contains("create extension vector")) {
      return " The database lacks the extension vector: let a superuser run \"create extension vector\" in it.";
    }
    if (tail.contains("Could not resolve") || tail.contains("Could not transfer artifact")) {
      return " A download failed: check the network and try again.";
    }
    return "";
  }
}

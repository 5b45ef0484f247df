package io.marketplace.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Which process listens on a TCP port, so that nobody has to tell the bench. */
public final class Listeners {

  private static final Path PROC = Path.of("/proc");
  private static final String LISTEN = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  private Listeners() {}

  /** The process that listens on {@code port}; empty if none does or it belongs to another user. */
  public static OptionalLong processOn(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      sockets.addAll(sockets(Processes.read(PROC.resolve(table)), port));
    }
    return ProcessHandle.allProcesses()
        .mapToLong(ProcessHandle::pid)
        .filter(pid -> holdsAny(PROC.resolve(pid + "/fd"), sockets))
        .findFirst();
  }

  /** The inodes of the sockets that listen on {@code port}, out of a {@code /proc/net/tcp}. */
  static Set<String> sockets(String table, int port) {
    String end = ":%04X".formatted(port);
    Set<String> inodes = new HashSet<>();
    table
        .lines()
        .skip(1)
        .map(line -> line.trim().split(" +", -1))
        .filter(fields -> fields.length > INODE)
        .filter(fields -> fields[LOCAL_ADDRESS].endsWith(end) && LISTEN.equals(fields[STATE]))
        .forEach(fields -> inodes.add("socket:[" + fields[INODE] + "]"));
    return inodes;
  }

  private static boolean holdsAny(Path descriptors, Set<String> sockets) {
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.anyMatch(file -> sockets.contains(pointsTo(file)));
    } catch (IOException e) {
      return false;
    }
  }

  private static String pointsTo(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }
}

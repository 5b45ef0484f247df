package io.marketplace.launcher.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Liberty's copies of the jars inside an application. It takes a copy for current when entry times
 * agree, and reproducible builds give every entry the same time; so the copies are thrown away
 * whenever an application was packaged anew.
 */
final class LibertyCache {
  private final Path server;

  LibertyCache(Path server) {
    this.server = server;
  }

  /** Forgets the copies when one of the archives is another than at the last start. */
  void forgetStale(List<Path> archives) throws IOException {
    StringBuilder now = new StringBuilder();
    for (Path archive : archives) {
      now.append(archive)
          .append(' ')
          .append(Files.size(archive))
          .append(' ')
          .append(Files.getLastModifiedTime(archive).toMillis())
          .append('\n');
    }
    Path noted = server.resolve("archives");
    if (Files.exists(noted) && Files.readString(noted).contentEquals(now)) {
      return;
    }
    for (Path cache : caches()) {
      Unpack.deleteTree(cache);
    }
    Files.writeString(noted, now);
  }

  private List<Path> caches() throws IOException {
    Path bundles = server.resolve("workarea/org.eclipse.osgi");
    if (!Files.isDirectory(bundles)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(bundles)) {
      return list.flatMap(
              bundle -> Stream.of(bundle.resolve("data/cache"), bundle.resolve("data/cacheAdapt")))
          .filter(Files::isDirectory)
          .toList();
    }
  }
}

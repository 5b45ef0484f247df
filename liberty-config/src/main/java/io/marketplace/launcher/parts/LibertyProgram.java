package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Open Liberty's full runtime, unpacked once for both servers. */
final class LibertyProgram {
  static final String VERSION = "26.0.0.3";

  private LibertyProgram() {}

  static ServerProgram of(Settings settings, Maven maven) {
    return new ServerProgram(
        settings, "liberty", VERSION, (folder, log) -> make(maven, folder, log));
  }

  /** Liberty's own folder inside the runtime's. */
  static Path wlp(ServerProgram program) {
    return program.folder().resolve("wlp");
  }

  private static boolean make(Maven maven, Path folder, Path log)
      throws IOException, InterruptedException {
    Path zip = maven.fetch("io.openliberty", "openliberty-runtime", VERSION, folder, log);
    // Documentation of interfaces and client scripts are no part of a running server.
    Unpack.zip(
        zip,
        folder,
        entry ->
            !entry.endsWith(".bat")
                && !entry.contains("/javadoc/")
                && !entry.startsWith("wlp/clients/")
                && !entry.startsWith("wlp/templates/"));
    Files.delete(zip);
    return true;
  }
}

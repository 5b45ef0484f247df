package io.marketplace.bench.control;

import io.marketplace.bench.problem.BenchFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a running marketplace tells its clients: {@code .marketplace/env}, or the environment. */
public final class BenchEnv {

  private final Path home;
  private final Map<String, String> values;

  private BenchEnv(Path home, Map<String, String> values) {
    this.home = home;
    this.values = Map.copyOf(values);
  }

  /**
   * Reads the state folder's file; {@code environment} has what it does not say. The file wins: a
   * shell may well hold an {@code OPENAI_API_KEY} that is meant for others.
   */
  public static BenchEnv read(Map<String, String> environment) {
    Path home = Path.of(environment.getOrDefault("MARKETPLACE_HOME", ".marketplace"));
    Map<String, String> values = new LinkedHashMap<>(environment);
    try {
      if (Files.exists(home.resolve("env"))) {
        values.putAll(parse(Files.readString(home.resolve("env"))));
      }
    } catch (IOException e) {
      throw new BenchFailure("The marketplace's env file cannot be read: " + e.getMessage(), e);
    }
    return new BenchEnv(home, values);
  }

  /** Assignments in shell syntax, one a line, plain or in single or double quotes. */
  static Map<String, String> parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    text.lines()
        .map(String::strip)
        .map(line -> line.startsWith("export ") ? line.substring(7) : line)
        .filter(line -> !line.startsWith("#") && line.indexOf('=') > 0)
        .forEach(
            line -> {
              int equals = line.indexOf('=');
              values.put(line.substring(0, equals), unquote(line.substring(equals + 1)));
            });
    return values;
  }

  private static String unquote(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.charAt(0) == '\'' || value.charAt(0) == '"')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1).replace("'\\''", "'") : value;
  }

  /** The state folder. */
  public Path home() {
    return home;
  }

  /** A variable; empty if it is not set. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /** A variable that has to be there. */
  public String get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new BenchFailure(
                    name + " is not set: start the marketplace with ./marketplace up first."));
  }

  /** An address that has to be there. */
  public URI uri(String name) {
    return URI.create(get(name).replaceAll("/+$", ""));
  }
}

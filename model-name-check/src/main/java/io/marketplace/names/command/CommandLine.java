package io.marketplace.names.command;

import io.marketplace.names.report.Format;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a command line.
 *
 * @param check what to check
 * @param namesUrl where the catalogue answers; empty: where the environment says
 * @param offline whether to ask no catalogue
 * @param list whether to print the texts that are looked for, and check nothing
 * @param help whether to print the help and do nothing
 */
public record CommandLine(
    Settings check, Optional<String> namesUrl, boolean offline, boolean list, boolean help) {

  /** The help text. */
  public static final String USAGE =
      """
      check-names [OPTION]… PATH…

      Finds the names of models in sources. In a git working tree it reads what git tracks, else all files.
      Exit code: 0 clean, 1 found, 2 not understood or unusable input.

        --format FORMAT        text (default), json, sarif or junit, on standard output
        --report FORMAT=FILE   writes a report besides; may be given several times
        --exceptions FILE      globs of files that are excepted, with reasons (.model-names-ignore in the root)
        --baseline FILE        known findings of legacy code (.model-names-baseline.json in the root); shrinks by itself
        --write-baseline       writes the baseline, if there is none yet
        --all                  reads folders as they are, whatever git tracks
        --names URL            the catalogue's names, …/api/v1/model-names (MODEL_NAMES_URL)
        --offline              asks no catalogue; the list in the jar is always used
        --list                 prints the texts one of which every name holds, and checks nothing
        --help                 prints this

      A comment "check-names: ignore <reason>" excuses its own line, or the next one if it stands alone.
      The catalogue is asked with MODEL_NAMES_TOKEN, a bearer token, or with a token of MODEL_NAMES_TOKEN_URL for
      MODEL_NAMES_CLIENT_ID and MODEL_NAMES_CLIENT_SECRET. Its last answer is kept and used while it cannot be reached.
      """;

  /**
   * Reads the words.
   *
   * @throws NotUnderstood if they make no sense
   */
  public static CommandLine parse(List<String> words) throws NotUnderstood {
    Reader reader = new Reader(words);
    while (reader.more()) {
      reader.word();
    }
    return reader.result();
  }

  private static final class Reader {
    private final List<String> words;
    private int at;
    private final List<Path> paths = new ArrayList<>();
    private Format format = Format.TEXT;
    private final Map<Format, Path> reports = new EnumMap<>(Format.class);
    private Optional<Path> exceptions = Optional.empty();
    private Optional<Path> baseline = Optional.empty();
    private Optional<String> url = Optional.empty();
    private boolean writeBaseline;
    private boolean everything;
    private boolean offline;
    private boolean list;
    private boolean help;
    private boolean pathsOnly;

    Reader(List<String> words) {
      this.words = words;
    }

    boolean more() {
      return at < words.size();
    }

    void word() throws NotUnderstood {
      String word = words.get(at++);
      if (pathsOnly || !word.startsWith("-")) {
        paths.add(path(word));
        return;
      }
      int equals = word.indexOf('=');
      Optional<String> inline =
          equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
      switch (equals < 0 ? word : word.substring(0, equals)) {
        case "--" -> pathsOnly = true;
        case "--format" -> format = format(value(word, inline));
        case "--report" -> report(value(word, inline));
        case "--exceptions" -> exceptions = Optional.of(path(value(word, inline)));
        case "--baseline" -> baseline = Optional.of(path(value(word, inline)));
        case "--names" -> url = Optional.of(value(word, inline));
        case "--write-baseline" -> writeBaseline = true;
        case "--all" -> everything = true;
        case "--offline" -> offline = true;
        case "--list" -> list = true;
        case "--help", "-h" -> help = true;
        default -> throw new NotUnderstood("There is no option " + word + ".");
      }
    }

    private String value(String word, Optional<String> inline) throws NotUnderstood {
      if (inline.isPresent()) {
        return inline.get();
      }
      if (!more()) {
        throw new NotUnderstood(word + " needs a value.");
      }
      return words.get(at++);
    }

    private void report(String value) throws NotUnderstood {
      int equals = value.indexOf('=');
      if (equals < 0 || equals == value.length() - 1) {
        throw new NotUnderstood("--report takes FORMAT=FILE, such as sarif=names.sarif.");
      }
      reports.put(format(value.substring(0, equals)), path(value.substring(equals + 1)));
    }

    private static Format format(String name) throws NotUnderstood {
      return Format.named(name)
          .orElseThrow(
              () ->
                  new NotUnderstood(
                      "There is no format " + name + "; there are text, json, sarif and junit."));
    }

    private static Path path(String text) throws NotUnderstood {
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        throw new NotUnderstood("This is no path: " + text);
      }
    }

    CommandLine result() throws NotUnderstood {
      if (paths.isEmpty() && !help && !list) {
        throw new NotUnderstood("check-names needs a path.");
      }
      return new CommandLine(
          new Settings(paths, format, reports, exceptions, baseline, writeBaseline, everything),
          url,
          offline,
          list,
          help);
    }
  }
}

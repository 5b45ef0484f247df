package io.marketplace.names;

import io.marketplace.names.command.Check;
import io.marketplace.names.command.CommandLine;
import io.marketplace.names.command.NotUnderstood;
import io.marketplace.names.files.Sources;
import io.marketplace.names.files.UnusableInput;
import io.marketplace.names.known.Catalogue;
import io.marketplace.names.known.ModelNames;
import io.marketplace.names.known.UnusableNames;
import io.marketplace.names.report.Format;
import io.marketplace.names.report.Report;
import io.marketplace.names.report.TextReport;
import io.marketplace.names.scan.NameScanner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The program behind {@code check-names}. Exit codes: 0 clean, 1 found, 2 not understood or
 * unusable input. Findings go to standard output, remarks to standard error.
 */
public final class CheckNames {
  private static final int CLEAN = 0;
  private static final int FOUND = 1;
  private static final int UNUSABLE = 2;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  /** The program with its surroundings. */
  public CheckNames(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = Map.copyOf(environment);
    this.out = out;
    this.err = err;
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int exit = new CheckNames(System.getenv(), out, err).run(List.of(arguments));
    out.flush();
    System.exit(exit);
  }

  /** Runs the program with these words and returns its exit code. */
  public int run(List<String> words) {
    try {
      CommandLine line = CommandLine.parse(words);
      if (line.help()) {
        out.print(CommandLine.USAGE);
        return CLEAN;
      }
      ModelNames names = Catalogue.names(line.namesUrl(), line.offline(), environment);
      if (line.list()) {
        new NameScanner(names).literals().forEach(out::println);
        return CLEAN;
      }
      Report report = new Check(line.check(), names).run();
      for (Map.Entry<Format, Path> each : line.check().reports().entrySet()) {
        write(each.getValue(), each.getKey().write(report));
      }
      out.print(line.check().format().write(report));
      err.print(TextReport.remarks(report));
      return report.clean() ? CLEAN : FOUND;
    } catch (NotUnderstood e) {
      err.print("check-names: " + e.getMessage() + "\n" + CommandLine.USAGE);
    } catch (UnusableInput | UnusableNames e) {
      err.print("check-names: " + e.getMessage() + "\n");
    }
    return UNUSABLE;
  }

  private static void write(Path file, String report) throws UnusableInput {
    try {
      Files.writeString(file, report);
    } catch (IOException e) {
      throw new UnusableInput(
          "The report " + file + " cannot be written: " + Sources.reason(e) + ".", e);
    }
  }
}

package io.marketplace.launcher;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program behind {@code ./marketplace}. Exit codes: 0 done, 1 failed, 2 not understood. */
public final class Launcher {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int NOT_UNDERSTOOD = 2;

  private Launcher() {}

  /** Runs one command. */
  public static void main(String[] arguments) throws InterruptedException {
    int exit;
    try {
      exit = run(List.of(arguments));
    } catch (LaunchFailure e) {
      System.err.println("marketplace: " + e.sentence());
      exit = FAILED;
    }
    System.out.flush();
    System.exit(exit);
  }

  private static int run(List<String> words) throws InterruptedException {
    Settings settings =
        Settings.of(
            Path.of(System.getProperty("marketplace.root", ".")).toAbsolutePath().normalize(),
            Path.of(System.getProperty("marketplace.home", ".marketplace"))
                .toAbsolutePath()
                .normalize(),
            Map.copyOf(System.getenv()));
    if (words.isEmpty()) {
      System.err.print(Usage.TEXT);
      return NOT_UNDERSTOOD;
    }
    Options options = Options.parse(words.subList(1, words.size()));
    return switch (words.getFirst()) {
      case "up" -> new UpCommand(settings).run(options);
      case "supervise" -> new UpCommand(settings).supervise(options);
      case "down" -> new DownCommand(settings).run(options);
      case "status" -> new StatusCommand(settings).run(options);
      case "logs" -> new LogsCommand(settings).run(options);
      case "test" -> new TestCommand(settings).run(options);
      case "bench" -> new BenchCommand(settings).run(words.subList(1, words.size()));
      case "check-names" -> new CheckNamesCommand(settings).run(words.subList(1, words.size()));
      case "help", "--help", "-h" -> {
        System.out.print(Usage.TEXT);
        yield DONE;
      }
      default -> {
        System.err.print(
            "marketplace: there is no command \"" + words.getFirst() + "\".\n" + Usage.TEXT);
        yield NOT_UNDERSTOOD;
      }
    };
  }
}

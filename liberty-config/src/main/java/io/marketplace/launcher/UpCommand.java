package io.marketplace.launcher;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.PartState;
import io.marketplace.launcher.process.Logs;
import io.marketplace.launcher.supervise.BoardView;
import io.marketplace.launcher.supervise.Console;
import io.marketplace.launcher.supervise.Lease;
import io.marketplace.launcher.supervise.PartStatus;
import io.marketplace.launcher.supervise.Phase;
import io.marketplace.launcher.supervise.Supervisor;
import io.marketplace.launcher.supervise.Wish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code up}: starts the marketplace in this process or, detached, in a supervisor of its own. */
final class UpCommand {
  private static final long POLL_MILLIS = 200;
  private static final long GOING_MILLIS = 60_000;
  private static final Set<String> FLAGS = Set.of("--detach", "--gateways", "--only");

  private final Settings settings;
  private final Console console = new Console(System.out);

  UpCommand(Settings settings) {
    this.settings = settings;
  }

  int run(Options options) throws InterruptedException {
    Optional<String> unknown = options.unknown(FLAGS);
    if (unknown.isPresent() || !options.words().isEmpty()) {
      System.err.print(
          "marketplace: up does not know "
              + unknown.orElseGet(() -> options.words().getFirst())
              + ".\n"
              + Usage.TEXT);
      return Launcher.NOT_UNDERSTOOD;
    }
    awaitGoneBy();
    if (Lease.holder(settings).isPresent()) {
      return alreadyRunning(options);
    }
    return options.has("--detach") ? detach(options) : foreground(options);
  }

  /** A supervisor that failed or was stopped holds its lease for some moments more. */
  private void awaitGoneBy() throws InterruptedException {
    for (long waited = 0; waited < GOING_MILLIS; waited += POLL_MILLIS) {
      boolean going =
          Lease.holder(settings).isPresent()
              && BoardView.read(Supervisor.boardFile(settings))
                  .filter(view -> view.phase() == Phase.FAILED || view.phase() == Phase.STOPPED)
                  .isPresent();
      if (!going) {
        return;
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private int foreground(Options options) throws InterruptedException {
    if (!Lease.take(settings)) {
      return alreadyRunning(options);
    }
    Supervisor supervisor = new Marketplace(settings, options).supervisor(console);
    supervisor.start();
    summary();
    System.out.println("Ctrl-C stops everything.");
    supervisor.watch();
    return Launcher.DONE;
  }

  /** The detached supervisor: what {@code up --detach} runs behind itself. */
  int supervise(Options options) throws InterruptedException {
    if (!Lease.take(settings)) {
      throw new LaunchFailure("Another ./marketplace up is running for this state folder.");
    }
    Supervisor supervisor = new Marketplace(settings, options).supervisor(console);
    supervisor.start();
    supervisor.watch();
    return Launcher.DONE;
  }

  private int detach(Options options) throws InterruptedException {
    Path log;
    try {
      Files.deleteIfExists(Supervisor.boardFile(settings));
      log = Logs.fresh(settings.logs(), "supervisor");
      List<String> command = new ArrayList<>();
      // Job control and nohup: the supervisor outlives this terminal and hears no Ctrl-C meant for
      // others.
      command.addAll(
          List.of(
              "bash",
              "-c",
              "set -m; log=\"$1\"; shift; nohup \"$@\" >> \"$log\" 2>&1 < /dev/null &",
              "detach",
              log.toString(),
              settings.java(),
              "-Xmx96m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-Dmarketplace.root=" + settings.root(),
              "-Dmarketplace.home=" + settings.home(),
              "-cp",
              System.getProperty("java.class.path"),
              Launcher.class.getName(),
              "supervise"));
      options.flags().forEach((flag, value) -> command.add(flag + "=" + value));
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new LaunchFailure(
          "The supervisor could not be started: %s. Free some disk space or mend the rights of %s."
              .formatted(e.getMessage(), settings.home()),
          e);
    }
    return follow(log);
  }

  /** Starts what is missing, and changes the number of gateways where the options say one. */
  private int alreadyRunning(Options options) throws InterruptedException {
    List<PartStatus> parts = parts();
    if (parts.stream().anyMatch(part -> part.state() == PartState.DIED)) {
      System.out.println("The marketplace runs, but not all of it; starting what is missing.");
      return change(Wish.mend(settings), "all");
    }
    long gateways = parts.stream().filter(part -> part.name().startsWith("gateway")).count();
    if (gateways > 0 && phase() == Phase.READY && Marketplace.outdated(settings)) {
      System.out.println("An older version runs; it stops, and this one starts.");
      return anew(options.or("--gateways", Long.toString(gateways)));
    }
    if (options.value("--gateways").isPresent()
        && gateways > 0
        && gateways != Marketplace.gateways(options)) {
      System.out.println(
          "The marketplace runs with %d gateways; there will be %d."
              .formatted(gateways, Marketplace.gateways(options)));
      return change(Wish.gateways(settings), Integer.toString(Marketplace.gateways(options)));
    }
    int exit = follow(settings.logs().resolve("supervisor.log"));
    if (exit == Launcher.DONE) {
      System.out.println("The marketplace is already running.");
    }
    return exit;
  }

  private int anew(Options options) throws InterruptedException {
    int stopped = new DownCommand(settings).run(Options.parse(List.of()));
    return stopped == Launcher.DONE ? run(options) : stopped;
  }

  private Phase phase() {
    return BoardView.read(Supervisor.boardFile(settings))
        .map(BoardView::phase)
        .orElse(Phase.STARTING);
  }

  private List<PartStatus> parts() {
    return BoardView.read(Supervisor.boardFile(settings)).map(BoardView::parts).orElse(List.of());
  }

  /** Asks the supervisor for something and waits until it is done. */
  private int change(Wish wish, String text) throws InterruptedException {
    wish.ask(text);
    while (Lease.holder(settings).isPresent()) {
      BoardView.read(Supervisor.boardFile(settings)).ifPresent(console::show);
      if (wish.asked().isEmpty()) {
        if (parts().stream().allMatch(part -> part.state() == PartState.READY)) {
          summary();
          return Launcher.DONE;
        }
        System.err.println(
            "marketplace: Not all of it runs; what is ready goes on. Mend what is said above and run ./marketplace up again.");
        return Launcher.FAILED;
      }
      Thread.sleep(POLL_MILLIS);
    }
    return Launcher.FAILED;
  }

  private int follow(Path log) throws InterruptedException {
    int unseen = 0;
    while (true) {
      Optional<BoardView> view = BoardView.read(Supervisor.boardFile(settings));
      boolean alive = Lease.holder(settings).isPresent();
      view.ifPresent(console::show);
      Phase phase = view.map(BoardView::phase).orElse(Phase.STARTING);
      if (phase == Phase.READY && alive) {
        summary();
        return Launcher.DONE;
      }
      if (phase == Phase.FAILED) {
        System.err.println("marketplace: " + view.orElseThrow().sentence());
        return Launcher.FAILED;
      }
      // The supervisor needs a moment to write its mark; after ten seconds without one it is not
      // coming.
      unseen = alive ? 0 : unseen + 1;
      if (unseen * POLL_MILLIS > 10_000) {
        throw new LaunchFailure(
            "The supervisor ended before everything ran. Run ./marketplace up again."
                + Logs.knownTrouble(log),
            log);
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  private void summary() {
    BoardView.read(Supervisor.boardFile(settings))
        .ifPresent(view -> Summary.print(settings, view, System.out));
  }
}

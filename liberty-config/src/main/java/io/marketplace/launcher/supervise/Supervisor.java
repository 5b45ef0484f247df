package io.marketplace.launcher.supervise;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.part.PartGraph;
import io.marketplace.launcher.process.Downloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Starts the parts and stays with them ({@link Watch}), and stops all of them when this process is
 * told to end.
 */
public final class Supervisor {
  private static final long WATCH_MILLIS = 400;

  private final Settings settings;
  private final Board board;
  private final PartGraph graph;
  private final Owner owner;
  private final Watch watch;
  private volatile boolean ending;

  /** A supervisor of {@code parts}, whose progress {@code reader} hears. */
  public Supervisor(Settings settings, List<Part> parts, Consumer<PartStatus> reader, Owner owner) {
    this.settings = settings;
    this.board = new Board(boardFile(settings), reader);
    this.graph = new PartGraph(parts, board);
    this.owner = owner;
    this.watch = new Watch(settings, board, graph, owner);
  }

  /** Where the board of a marketplace is. */
  public static Path boardFile(Settings settings) {
    return settings.run().resolve("board");
  }

  /**
   * Starts everything.
   *
   * @return the time it took, in milliseconds
   * @throws LaunchFailure when it did not start; nothing runs then
   */
  public long start() throws InterruptedException {
    long begin = System.nanoTime();
    boolean cold = !Files.exists(startedStamp());
    Runtime.getRuntime().addShutdownHook(new Thread(this::end, "stop-all"));
    board.phase(Phase.STARTING, 0, "");
    Downloads downloads = new Downloads(settings.run());
    try {
      downloads.forget();
      watch.forgetOldWishes();
      DiskSpace.require(settings.home(), cold);
      graph.start();
      owner.started();
      long millis = (System.nanoTime() - begin) / 1_000_000;
      board.phase(Phase.READY, millis, temperature(cold, millis, downloads.totalMillis()));
      Files.writeString(startedStamp(), Long.toString(millis));
      return millis;
    } catch (LaunchFailure e) {
      board.phase(Phase.FAILED, 0, e.sentence());
      throw e;
    } catch (IOException | RuntimeException e) {
      graph.stop();
      LaunchFailure failure =
          new LaunchFailure("The start failed: %s. Run it again.".formatted(e), e);
      board.phase(Phase.FAILED, 0, failure.sentence());
      throw failure;
    }
  }

  private static String temperature(boolean cold, long millis, long downloadMillis) {
    String start = cold ? "cold start" : "warm start";
    return downloadMillis == 0
        ? start
        : start
            + ", %s without the time in which Maven or pip fetched something"
                .formatted(Console.seconds(Math.max(0, millis - downloadMillis)));
  }

  /** Stays until the process is told to end. */
  public void watch() throws InterruptedException {
    while (!ending) {
      watch.look(System.nanoTime());
      Thread.sleep(WATCH_MILLIS);
    }
  }

  /** There once everything ran here: from then on starts are warm. */
  private Path startedStamp() {
    return settings.run().resolve("started");
  }

  /** Stops everything; done once, however often it is called. */
  public synchronized void end() {
    if (ending) {
      return;
    }
    ending = true;
    graph.stop();
    if (board.view().phase() != Phase.FAILED) {
      board.phase(Phase.STOPPED, 0, "");
    }
    // Tools of a start that was given up (Maven, pip) are children of ours that nothing else ends.
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
  }
}

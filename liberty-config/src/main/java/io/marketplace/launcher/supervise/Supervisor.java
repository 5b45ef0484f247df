package io.marketplace.launcher.supervise;

import io.marketplace.launcher.home.Settings;
import io.marketplace.launcher.part.LaunchFailure;
import io.marketplace.launcher.part.Part;
import io.marketplace.launcher.part.PartGraph;
import io.marketplace.launcher.part.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Starts the parts and stays with them: notices when one dies, starts it again on request, and
 * stops all of them when this process is told to end.
 */
public final class Supervisor {
  private static final long WATCH_MILLIS = 400;

  private final Settings settings;
  private final Board board;
  private final PartGraph graph;
  private final StartedHook started;
  private volatile boolean ending;

  /** What is done once everything runs, such as writing the env file. */
  @FunctionalInterface
  public interface StartedHook {
    void started() throws IOException;
  }

  /** A supervisor of {@code parts}, whose progress {@code reader} hears. */
  public Supervisor(
      Settings settings, List<Part> parts, Consumer<PartStatus> reader, StartedHook started) {
    this.settings = settings;
    this.board = new Board(boardFile(settings), reader);
    this.graph = new PartGraph(parts, board);
    this.started = started;
  }

  /** Where the board of a marketplace is. */
  public static Path boardFile(Settings settings) {
    return settings.run().resolve("board");
  }

  /** The file that asks a running supervisor to start dead parts again. */
  public static Path mendFile(Settings settings) {
    return settings.run().resolve("mend");
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
    try {
      DiskSpace.require(settings.home(), cold);
      graph.start();
      started.started();
      long millis = (System.nanoTime() - begin) / 1_000_000;
      board.phase(Phase.READY, millis, cold ? "cold" : "warm");
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

  /** Stays until the process is told to end. */
  public void watch() throws InterruptedException {
    while (!ending) {
      for (Part part : graph.dead()) {
        if (board.view().parts().stream()
            .anyMatch(s -> s.name().equals(part.name()) && s.state() == PartState.READY)) {
          board.changed(
              part.name(),
              PartState.DIED,
              0,
              "ended by itself; its log: " + settings.logs().resolve(part.name() + ".log"));
        }
      }
      if (mendAsked()) {
        mend();
      }
      Thread.sleep(WATCH_MILLIS);
    }
  }

  /** There once everything ran here: from then on starts are warm. */
  private Path startedStamp() {
    return settings.run().resolve("started");
  }

  private boolean mendAsked() {
    try {
      return Files.deleteIfExists(mendFile(settings));
    } catch (IOException e) {
      return false;
    }
  }

  private void mend() throws InterruptedException {
    for (Part part : graph.dead()) {
      if (ending) {
        return;
      }
      try {
        graph.restart(part.name());
      } catch (LaunchFailure e) {
        board.changed(part.name(), PartState.DIED, 0, e.sentence());
      }
    }
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

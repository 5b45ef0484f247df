package io.marketplace.bench.drive;

import java.util.concurrent.CompletableFuture;

/** Every connection sends its next request when the answer to the last one is there. */
final class ClosedLoop implements Load {

  /** After a wrong answer, so that a server that is down is not hammered. */
  private static final long PAUSE_NANOS = 5_000_000;

  private final Wiring wiring;
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private long left;
  private int busy;

  /**
   * @param quota how many requests to send at most
   */
  ClosedLoop(Wiring wiring, long quota) {
    this.wiring = wiring;
    this.left = quota;
  }

  @Override
  public void start() {
    busy = wiring.connections().size();
    wiring.connections().forEach(this::next);
  }

  private void next(Connection connection) {
    if (left <= 0) {
      busy--;
      if (busy == 0) {
        finished.complete(null);
      }
      return;
    }
    left--;
    long wrong = wiring.tally().wrongs();
    wiring.sendPlain(
        connection,
        System.nanoTime(),
        () -> {
          if (wiring.tally().wrongs() == wrong) {
            next(connection);
          } else {
            wiring.later(() -> next(connection), PAUSE_NANOS);
          }
        });
  }

  @Override
  public void stop() {
    left = 0;
  }

  @Override
  public void abandon(String reason) {
    stop();
    wiring.abandon(reason);
  }

  @Override
  public CompletableFuture<Void> finished() {
    return finished;
  }
}

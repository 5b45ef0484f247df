package io.marketplace.bench.drive;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;

/** Requests fall due at a fixed rate; each is timed from the instant at which it was due. */
final class OpenLoop implements Load {

  private final Wiring wiring;
  private final double gapNanos;
  private final ArrayDeque<Connection> idle;
  private final ArrayDeque<Long> waiting = new ArrayDeque<>();
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private long firstNanos;
  private long sent;
  private boolean stopped;

  OpenLoop(Wiring wiring, int perSecond) {
    this.wiring = wiring;
    this.gapNanos = 1e9 / perSecond;
    this.idle = new ArrayDeque<>(wiring.connections());
  }

  @Override
  public void start() {
    firstNanos = System.nanoTime();
    tick();
  }

  private void tick() {
    if (stopped) {
      return;
    }
    long now = System.nanoTime();
    long due = due();
    while (due <= now) {
      Connection free = idle.poll();
      if (free == null) {
        waiting.add(due);
      } else {
        send(free, due);
      }
      sent++;
      due = due();
    }
    wiring.later(this::tick, due - System.nanoTime());
  }

  private long due() {
    return firstNanos + (long) (sent * gapNanos);
  }

  private void send(Connection connection, long due) {
    wiring.sendPlain(connection, due, () -> release(connection));
  }

  private void release(Connection connection) {
    Long due = waiting.poll();
    if (due != null) {
      send(connection, due);
      return;
    }
    // Last in, first out: as few sockets as the load needs, like a client's connection pool.
    idle.push(connection);
    finishIfIdle();
  }

  private void finishIfIdle() {
    if (stopped && waiting.isEmpty() && idle.size() == wiring.connections().size()) {
      finished.complete(null);
    }
  }

  @Override
  public void stop() {
    stopped = true;
    finishIfIdle();
  }

  @Override
  public void abandon(String reason) {
    stop();
    waiting.forEach(due -> wiring.tally().wrong(reason, "never sent"));
    waiting.clear();
    wiring.abandon(reason);
  }

  @Override
  public CompletableFuture<Void> finished() {
    return finished;
  }
}

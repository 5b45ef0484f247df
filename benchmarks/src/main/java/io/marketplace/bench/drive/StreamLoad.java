package io.marketplace.bench.drive;

import java.util.concurrent.CompletableFuture;

/** One stream a connection; they start evenly over half a stream's length and then overlap. */
final class StreamLoad implements Load {

  private final Wiring wiring;
  private final Lane.Streams lane;
  private final StreamTimes times;
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private int left;

  StreamLoad(Wiring wiring, Lane.Streams lane, StreamTimes times) {
    this.wiring = wiring;
    this.lane = lane;
    this.times = times;
    this.left = wiring.connections().size();
  }

  @Override
  public void start() {
    long spreadNanos = 500_000L * lane.chunks() * lane.gapMillis();
    int count = wiring.connections().size();
    for (int i = 0; i < count; i++) {
      Connection connection = wiring.connections().get(i);
      wiring.later(() -> send(connection), spreadNanos * i / count);
    }
  }

  private void send(Connection connection) {
    long id = wiring.ids().getAsLong();
    connection.send(
        allocator -> wiring.template(id).request(allocator, id),
        new StreamExchange(id, lane, System.nanoTime(), wiring.tally(), times, this::oneDone));
  }

  private void oneDone() {
    left--;
    if (left == 0) {
      finished.complete(null);
    }
  }

  /** Streams end by themselves. */
  @Override
  public void stop() {}

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

package io.marketplace.bench.drive;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What every lane works with.
 *
 * @param loop the one thread on which all of it happens
 * @param ids the next request's number
 */
record Wiring(
    EventLoop loop,
    List<Connection> connections,
    RequestTemplate template,
    Tally tally,
    LongSupplier ids) {

  Wiring {
    connections = List.copyOf(connections);
  }

  /** Runs {@code task} on the loop after {@code nanos}. */
  void later(Runnable task, long nanos) {
    Future<?> unused = loop.schedule(task, nanos, NANOSECONDS);
  }

  /** Sends a plain request that was due at {@code sinceNanos}. */
  void sendPlain(Connection connection, long sinceNanos, Runnable after) {
    long id = ids.getAsLong();
    connection.send(
        allocator -> template.request(allocator, id),
        new PlainExchange(id, sinceNanos, tally, after));
  }

  /** Closes every connection; what was under way on it counts as wrong. */
  void abandon(String reason) {
    connections.forEach(connection -> connection.abandon(reason));
  }
}

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
 * @param templates the requests, which take turns
 * @param delayNanos how long the upstream waits by order; not counted
 * @param ids the next request's number
 */
record Wiring(
    EventLoop loop,
    List<Connection> connections,
    List<RequestTemplate> templates,
    long delayNanos,
    Tally tally,
    LongSupplier ids) {

  Wiring {
    connections = List.copyOf(connections);
    templates = List.copyOf(templates);
  }

  /** Runs {@code task} on the loop after {@code nanos}. */
  void later(Runnable task, long nanos) {
    Future<?> unused = loop.schedule(task, nanos, NANOSECONDS);
  }

  /** The request of that number. */
  RequestTemplate template(long id) {
    return templates.get((int) (id % templates.size()));
  }

  /** Sends a plain request that was due at {@code sinceNanos}. */
  void sendPlain(Connection connection, long sinceNanos, Runnable after) {
    long id = ids.getAsLong();
    connection.send(
        allocator -> template(id).request(allocator, id),
        new PlainExchange(id, sinceNanos + delayNanos, tally, after));
  }

  /** Closes every connection; what was under way on it counts as wrong. */
  void abandon(String reason) {
    connections.forEach(connection -> connection.abandon(reason));
  }
}

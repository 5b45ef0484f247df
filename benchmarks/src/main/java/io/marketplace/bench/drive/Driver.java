package io.marketplace.bench.drive;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.marketplace.bench.pause.Pause;
import io.marketplace.bench.wire.EventLoops;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs lanes, one at a time, from one event loop: on a machine that the driver shares with what it
 * measures, it has to stay small. Every answer is checked, also those outside of the window.
 */
public final class Driver implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration DRAIN = Duration.ofSeconds(30);
  private static final Duration SETTLE = Duration.ofMillis(300);

  private final EventLoops loops = EventLoops.start("driver", 1);
  private final EventLoop loop = loops.group().next();
  private final AtomicLong ids = new AtomicLong();

  /**
   * Runs a lane, unmeasured for a moment and then for {@code length}; streams run once, as long as
   * they take.
   */
  public Outcome run(Target target, Lane lane, Duration length, Meter meter) {
    Tally tally = new Tally();
    return switch (lane) {
      case Lane.Closed closed -> {
        Wiring wiring = wire(target, closed.connections(), closed.shape(), tally);
        yield timed(new ClosedLoop(wiring, Long.MAX_VALUE), wiring, length, meter);
      }
      case Lane.Open open -> {
        Wiring wiring = wire(target, open.connections(), open.shape(), tally);
        yield timed(new OpenLoop(wiring, open.perSecond()), wiring, length, meter);
      }
      case Lane.Streams streams -> {
        List<RequestTemplate> template = List.of(RequestTemplate.stream(target, streams));
        Wiring wiring = wire(target, streams.streams(), template, 0, tally);
        StreamTimes times = new StreamTimes();
        Load load = new StreamLoad(wiring, streams, times);
        Duration own =
            Duration.ofMillis(
                2L * (streams.delayMillis() + (long) streams.chunks() * streams.gapMillis()));
        yield whole(load, wiring, own, meter).with(times.figures());
      }
    };
  }

  /**
   * Sends {@code requests} over {@code connections}, or as many as are answered in {@code longest};
   * what a cold JVM needs before it is timed.
   */
  public Outcome warmUp(Target target, int connections, long requests, Duration longest) {
    Wiring wiring = wire(target, connections, Shape.PLAIN, new Tally());
    Load load = new ClosedLoop(wiring, requests);
    wiring.tally().measure(true);
    long start = System.nanoTime();
    onLoop(load::start);
    if (!finished(load, longest)) {
      onLoop(load::stop);
      await(load, DRAIN);
    }
    return outcome(wiring, System.nanoTime() - start);
  }

  private Outcome timed(Load load, Wiring wiring, Duration length, Meter meter) {
    onLoop(load::start);
    Pause.millis(SETTLE.toMillis());
    onLoop(() -> wiring.tally().measure(true));
    meter.begin();
    long start = System.nanoTime();
    Pause.millis(length.toMillis());
    onLoop(() -> wiring.tally().measure(false));
    long window = System.nanoTime() - start;
    meter.end();
    onLoop(load::stop);
    await(load, DRAIN);
    return outcome(wiring, window);
  }

  private Outcome whole(Load load, Wiring wiring, Duration longest, Meter meter) {
    wiring.tally().measure(true);
    meter.begin();
    long start = System.nanoTime();
    onLoop(load::start);
    await(load, longest.plus(DRAIN));
    long window = System.nanoTime() - start;
    meter.end();
    return outcome(wiring, window);
  }

  private Outcome outcome(Wiring wiring, long windowNanos) {
    Outcome[] outcome = new Outcome[1];
    onLoop(
        () -> {
          outcome[0] = wiring.tally().outcome(windowNanos);
          wiring.abandon("the lane is over");
        });
    return outcome[0];
  }

  private void await(Load load, Duration longest) {
    if (!finished(load, longest)) {
      onLoop(() -> load.abandon("no answer until the lane's end"));
    }
  }

  private static boolean finished(Load load, Duration longest) {
    try {
      load.finished().get(longest.toMillis(), MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the lane broke", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Wiring wire(Target target, int connections, Shape shape, Tally tally) {
    return wire(
        target,
        connections,
        RequestTemplate.plain(target, shape),
        shape.delayMillis() * 1_000_000L,
        tally);
  }

  private Wiring wire(
      Target target,
      int connections,
      List<RequestTemplate> templates,
      long delayNanos,
      Tally tally) {
    List<Connection> lines = new ArrayList<>(connections);
    List<ChannelFuture> opening = new ArrayList<>(connections);
    for (int i = 0; i < connections; i++) {
      Connection connection = new Connection(loops, loop, target.base());
      lines.add(connection);
      opening.add(connection.open());
    }
    // One that cannot be opened is reported by its first request.
    opening.forEach(future -> future.awaitUninterruptibly(CONNECT.toMillis()));
    return new Wiring(loop, lines, templates, delayNanos, tally, ids::incrementAndGet);
  }

  private void onLoop(Runnable task) {
    try {
      loop.submit(task).get(CONNECT.toMillis(), MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the driver's event loop failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    loops.close();
  }
}

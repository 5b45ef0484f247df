package io.marketplace.bench.gateway;

import java.util.ArrayDeque;

/** What has to be closed at a run's end, the last started first, whatever happened. */
final class Servers implements AutoCloseable {

  private final ArrayDeque<Runnable> closers = new ArrayDeque<>();

  void add(Runnable closer) {
    closers.push(closer);
  }

  @Override
  public void close() {
    Runnable next = closers.poll();
    if (next == null) {
      return;
    }
    try {
      next.run();
    } finally {
      close();
    }
  }
}

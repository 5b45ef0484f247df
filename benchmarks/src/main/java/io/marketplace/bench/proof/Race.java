package io.marketplace.bench.proof;

import io.marketplace.bench.pause.Pause;
import io.marketplace.bench.problem.BenchFailure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A change, and calls on every gateway that wait for it. */
final class Race {

  /** Far longer than anything that is right. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** Calls after the first that met the change: it must not go away again. */
  private static final int AFTER = 3;

  private final Replicas replicas;

  Race(Replicas replicas) {
    this.replicas = replicas;
  }

  /** A gateway, and when it was first seen to act on the change; 0: not yet. */
  private static final class Runner {
    private final URI gateway;
    private final CountDownLatch before = new CountDownLatch(1);
    private volatile long seenNanos;
    private volatile String trouble = "";

    private Runner(URI gateway) {
      this.gateway = gateway;
    }

    void run(Change change) {
      long end = System.nanoTime() + LONGEST_NANOS;
      while (!change.met(gateway)) {
        before.countDown();
        if (System.nanoTime() - end > 0) {
          trouble = gateway + " has not met the change (" + change.kind() + ")";
          return;
        }
      }
      seenNanos = System.nanoTime();
      for (int i = 0; i < AFTER; i++) {
        if (!change.met(gateway)) {
          trouble = gateway + " fell back behind the change (" + change.kind() + ")";
        }
      }
      before.countDown();
    }
  }

  /**
   * Makes the change while every gateway is asked.
   *
   * @return for each gateway, in nanoseconds, how long after the change was answered a call met it;
   *     0 where one did before
   * @throws BenchFailure if a gateway never does, or falls back
   */
  List<Long> run(Change change) {
    change.prepare();
    List<Runner> runners = replicas.addresses().stream().map(Runner::new).toList();
    List<Thread> threads = new ArrayList<>();
    for (Runner runner : runners) {
      threads.add(Thread.ofVirtual().start(() -> runner.run(change)));
    }
    for (Runner runner : runners) {
      await(runner.before);
    }
    change.make();
    long madeNanos = System.nanoTime();
    threads.forEach(Pause::join);
    List<Long> taken = new ArrayList<>();
    for (Runner runner : runners) {
      if (!runner.trouble.isEmpty()) {
        throw new BenchFailure(runner.trouble + ".");
      }
      taken.add(Math.max(0, runner.seenNanos - madeNanos));
    }
    return taken;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted.", e);
    }
  }
}

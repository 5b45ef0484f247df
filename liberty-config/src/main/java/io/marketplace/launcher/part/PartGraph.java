package io.marketplace.launcher.part;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts parts side by side, each as soon as what it needs is ready, and stops them in the opposite
 * order. When one fails, those that wait are not started, those under way are interrupted, and
 * everything that was started is stopped.
 */
public final class PartGraph {
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Deque<Part> started = new ArrayDeque<>();
  private final PartListener listener;
  private boolean stopping;

  /** A graph of {@code parts}, whose progress {@code listener} hears. */
  public PartGraph(List<Part> parts, PartListener listener) {
    for (Part part : parts) {
      if (this.parts.put(part.name(), part) != null) {
        throw new IllegalArgumentException("Two parts are called " + part.name());
      }
    }
    this.listener = listener;
    order();
  }

  /** The parts, each after all that it needs. */
  public List<Part> order() {
    Set<String> done = new LinkedHashSet<>();
    while (done.size() < parts.size()) {
      int before = done.size();
      for (Part part : parts.values()) {
        if (!parts.keySet().containsAll(part.needs())) {
          throw new IllegalArgumentException(
              part.name() + " needs a part that is not there: " + part.needs());
        }
        if (done.containsAll(part.needs())) {
          done.add(part.name());
        }
      }
      if (done.size() == before) {
        throw new IllegalArgumentException("Parts need each other in a circle: " + parts.keySet());
      }
    }
    return done.stream().map(parts::get).toList();
  }

  /**
   * Starts everything; returns when all is ready, and throws the first failure after stopping the
   * rest.
   */
  public void start() throws InterruptedException {
    for (Part part : order()) {
      try {
        part.check();
      } catch (LaunchFailure e) {
        listener.changed(part.name(), PartState.FAILED, 0, "");
        throw e;
      }
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, CompletableFuture<Void>> ready = new HashMap<>();
      List<CompletableFuture<Void>> all = new ArrayList<>();
      CompletableFuture<Void> firstFailure = new CompletableFuture<>();
      for (Part part : order()) {
        CompletableFuture<?>[] before =
            part.needs().stream().map(ready::get).toArray(CompletableFuture<?>[]::new);
        listener.changed(part.name(), PartState.WAITING, 0, "");
        CompletableFuture<Void> future =
            CompletableFuture.allOf(before)
                .thenRunAsync(() -> startOne(part), threads)
                .whenComplete(
                    (ok, failure) -> {
                      if (failure != null) {
                        firstFailure.completeExceptionally(failure);
                      }
                    });
        ready.put(part.name(), future);
        all.add(future);
      }
      CompletableFuture<Void> everything =
          CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
      try {
        CompletableFuture.anyOf(everything, firstFailure).join();
      } catch (CompletionException e) {
        threads.shutdownNow();
        stop();
        throw unwrap(e);
      }
    }
  }

  private void startOne(Part part) {
    synchronized (started) {
      if (stopping) {
        throw new CompletionException(new InterruptedException("the start was given up"));
      }
      if (!started.contains(part)) {
        started.push(part);
      }
    }
    long begin = System.nanoTime();
    listener.changed(part.name(), PartState.STARTING, 0, "");
    try {
      String detail = part.start();
      listener.changed(part.name(), PartState.READY, millisSince(begin), detail);
    } catch (InterruptedException e) {
      listener.changed(part.name(), PartState.STOPPED, millisSince(begin), "given up");
      throw new CompletionException(e);
    } catch (LaunchFailure e) {
      boolean givenUp;
      synchronized (started) {
        givenUp = stopping;
      }
      listener.changed(
          part.name(), givenUp ? PartState.STOPPED : PartState.FAILED, millisSince(begin), "");
      throw e;
    }
  }

  /** The names of all parts. */
  public Set<String> names() {
    synchronized (started) {
      return Set.copyOf(parts.keySet());
    }
  }

  /** Starts one part again that had died, with nothing else touched. */
  public void restart(String name) {
    Part part = find(name);
    part.stop();
    startOne(part);
  }

  /**
   * Adds a part whose needs are ready, and starts it.
   *
   * @throws LaunchFailure when it does not start; it is in the graph nevertheless, as a dead part
   */
  public void add(Part part) {
    synchronized (started) {
      parts.put(part.name(), part);
    }
    startOne(part);
  }

  /** Stops a part that no other needs, and forgets it. */
  public void remove(String name) {
    Part part = find(name);
    synchronized (started) {
      started.remove(part);
      parts.remove(name);
    }
    stopOne(part);
  }

  private Part find(String name) {
    synchronized (started) {
      Part part = parts.get(name);
      if (part == null) {
        throw new IllegalArgumentException("There is no part " + name);
      }
      return part;
    }
  }

  /** Every part that should run and does not any more. */
  public List<Part> dead() {
    synchronized (started) {
      return stopping ? List.of() : started.stream().filter(part -> !part.alive()).toList();
    }
  }

  /** Stops all that was started side by side, each part once those that need it are stopped. */
  public void stop() {
    List<Part> running;
    synchronized (started) {
      stopping = true;
      running = order().reversed().stream().filter(started::contains).toList();
      started.clear();
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, CompletableFuture<Void>> stopped = new HashMap<>();
      for (Part part : running) {
        CompletableFuture<?>[] before =
            running.stream()
                .filter(other -> other.needs().contains(part.name()))
                .map(
                    other ->
                        stopped.getOrDefault(other.name(), CompletableFuture.completedFuture(null)))
                .toArray(CompletableFuture<?>[]::new);
        stopped.put(
            part.name(),
            CompletableFuture.allOf(before).thenRunAsync(() -> stopOne(part), threads));
      }
      CompletableFuture.allOf(stopped.values().toArray(CompletableFuture<?>[]::new)).join();
    }
  }

  private void stopOne(Part part) {
    part.stop();
    listener.changed(part.name(), PartState.STOPPED, 0, "");
  }

  private static RuntimeException unwrap(CompletionException e) throws InterruptedException {
    Throwable cause = e.getCause();
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case InterruptedException interrupted -> throw interrupted;
      case RuntimeException failure -> failure;
      case null -> e;
      default -> e;
    };
  }

  private static long millisSince(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }
}

package io.marketplace.builtin.onnx;

import io.marketplace.builtin.http.RequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * The platform threads on which models run. Native calls would pin the carriers of virtual threads,
 * so these only wait here.
 */
public final class InferencePool implements AutoCloseable {

  /** Requests that may be at work or wait at the same time. */
  private static final int MAX_REQUESTS = 256;

  private final int width;
  private final ExecutorService threads;
  private final Semaphore requests = new Semaphore(MAX_REQUESTS);

  /** A pool of {@code width} threads, at least 1. */
  public InferencePool(int width) {
    this.width = width;
    this.threads =
        Executors.newFixedThreadPool(
            width, Thread.ofPlatform().daemon().name("model-", 0).factory());
  }

  /**
   * Applies a model to each input, in order. At most as many inputs of one request as there are
   * threads wait in the pool's queue, so that a long request does not shut out a short one.
   *
   * @throws RequestException saturated, if too many requests are there already
   */
  public <A, B> List<B> map(List<A> inputs, Function<A, B> model) {
    if (!requests.tryAcquire()) {
      throw RequestException.saturated();
    }
    try {
      List<Future<B>> results = new ArrayList<>(inputs.size());
      List<B> answers = new ArrayList<>(inputs.size());
      for (A input : inputs) {
        if (results.size() - answers.size() == width) {
          answers.add(get(results.get(answers.size())));
        }
        results.add(threads.submit(() -> model.apply(input)));
      }
      while (answers.size() < results.size()) {
        answers.add(get(results.get(answers.size())));
      }
      return answers;
    } finally {
      requests.release();
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static <B> B get(Future<B> result) {
    try {
      return result.get();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw RequestException.unavailable("the server is stopping");
    } catch (ExecutionException failure) {
      throw new IllegalStateException("the model failed", failure.getCause());
    }
  }
}

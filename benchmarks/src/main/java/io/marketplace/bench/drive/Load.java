package io.marketplace.bench.drive;

import java.util.concurrent.CompletableFuture;

/** A lane at work. Its methods are called on the event loop. */
interface Load {

  /** Begins to send. */
  void start();

  /** Sends no more; what is under way is waited for. */
  void stop();

  /** Gives up what is still awaited; each such answer counts as wrong. */
  void abandon(String reason);

  /** Completes when nothing is sent any more and nothing is under way. */
  CompletableFuture<Void> finished();
}

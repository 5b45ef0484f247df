package io.marketplace.launcher.part;

import java.util.Set;

/**
 * One piece of the running marketplace: a server, or a task that has to be done before a server can
 * start.
 */
public interface Part {
  /** The name for progress lines, log files and {@code ./marketplace logs}; unique. */
  String name();

  /** The names of the parts that must be ready before this one starts. */
  Set<String> needs();

  /**
   * Looks whether the part could start at all, before anything is started; what takes time or has
   * effects belongs to {@link #start}.
   *
   * @throws LaunchFailure when it could not
   */
  default void check() {}

  /**
   * Starts and returns when the part is ready.
   *
   * @return a few words about what is ready, such as an address
   * @throws LaunchFailure when it cannot start, in words for the person at the terminal
   * @throws InterruptedException when the start as a whole was given up
   */
  String start() throws InterruptedException;

  /**
   * Stops what {@link #start} started; harmless when nothing runs, and allowed while {@code start}
   * still waits.
   */
  void stop();

  /** Whether what was started still runs; a finished task counts as alive. */
  default boolean alive() {
    return true;
  }

  /** Whether it is started again without being asked when it ended by itself. */
  default boolean revives() {
    return false;
  }
}

package io.marketplace.launcher.part;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that stops the marketplace from starting and that the reader can mend. The message is
 * one sentence that says what is wrong and one that says what to do about it; it never carries a
 * secret.
 */
public final class LaunchFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String log;

  /** A failure that needs no log to be understood. */
  public LaunchFailure(String message) {
    super(message);
    this.log = "";
  }

  /** A failure whose details stand in {@code log}. */
  public LaunchFailure(String message, Path log) {
    super(message);
    this.log = log.toString();
  }

  /** A failure with the exception that caused it. */
  public LaunchFailure(String message, Throwable cause) {
    super(message, cause);
    this.log = "";
  }

  /** The file in which the details stand. */
  public Optional<Path> log() {
    return log.isEmpty() ? Optional.empty() : Optional.of(Path.of(log));
  }

  /** The whole text for the terminal. */
  public String sentence() {
    return getMessage() + (log.isEmpty() ? "" : " The log: " + log);
  }
}

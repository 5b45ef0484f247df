package io.marketplace.names.command;

/** A command line that makes no sense; the message says what of it. */
public final class NotUnderstood extends Exception {
  private static final long serialVersionUID = 1;

  NotUnderstood(String message) {
    super(message);
  }
}

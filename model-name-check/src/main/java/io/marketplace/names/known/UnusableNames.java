package io.marketplace.names.known;

/** A list of names that cannot be read; the message says which and why. */
public final class UnusableNames extends Exception {
  private static final long serialVersionUID = 1;

  /** One sentence for people. */
  public UnusableNames(String message) {
    super(message);
  }

  /** One sentence for people, and what led to it. */
  public UnusableNames(String message, Throwable cause) {
    super(message, cause);
  }
}

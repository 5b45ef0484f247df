package io.marketplace.names.files;

/** A path or file that was named and cannot be used; the message says which and why. */
public final class UnusableInput extends Exception {
  private static final long serialVersionUID = 1;

  /** One sentence for people. */
  public UnusableInput(String message) {
    super(message);
  }

  /** One sentence for people, and what led to it. */
  public UnusableInput(String message, Throwable cause) {
    super(message, cause);
  }
}

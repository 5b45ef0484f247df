package io.marketplace.launcher.supervise;

/** Where the marketplace as a whole stands. */
public enum Phase {
  /** Parts are being started. */
  STARTING,
  /** Everything that was asked for runs. */
  READY,
  /** The start failed and everything was stopped again. */
  FAILED,
  /** Nothing runs. */
  STOPPED
}

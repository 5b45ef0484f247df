package io.marketplace.launcher.part;

/** Where a part stands. */
public enum PartState {
  /** Waits for the parts it needs. */
  WAITING,
  /** Is being started. */
  STARTING,
  /** Runs, or is done. */
  READY,
  /** Did not start. */
  FAILED,
  /** Ran and ended by itself. */
  DIED,
  /** Was stopped on request. */
  STOPPED
}

package io.marketplace.launcher.part;

/** Hears how the parts get on; called from several threads. */
@FunctionalInterface
public interface PartListener {
  /**
   * A part changed its state.
   *
   * @param millis how long its start took so far, in milliseconds
   * @param detail a few words, perhaps empty
   */
  void changed(String part, PartState state, long millis, String detail);
}

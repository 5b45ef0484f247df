package io.marketplace.gateway.pause;

import java.time.Duration;

/** Waits between two rounds of what a thread does again and again. */
public final class Pause {
  private Pause() {}

  /** Waits for so long. An interrupt cuts it short and stays set on the thread. */
  public static void of(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The same in milliseconds. */
  public static void millis(long millis) {
    of(Duration.ofMillis(millis));
  }
}

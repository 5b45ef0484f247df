package io.marketplace.launcher.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How to run a service.
 *
 * @param environment what is set besides the launcher's own environment
 * @param folder the working folder, which exists
 * @param stopSignal the signal that stops it cleanly, without {@code SIG}
 * @param grace how long it may take to stop before it is killed
 * @param places where logs and marks go, and the supervising script
 */
public record ProcessSpec(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path folder,
    String stopSignal,
    Duration grace,
    Places places) {

  /** Where a service leaves its traces. */
  public record Places(Path logs, Path marks, Path superviseScript) {}

  /** The folder of logs. */
  public Path logs() {
    return places.logs();
  }

  /** The folder of process marks. */
  public Path marks() {
    return places.marks();
  }

  /** The script that supervises. */
  public Path superviseScript() {
    return places.superviseScript();
  }
}

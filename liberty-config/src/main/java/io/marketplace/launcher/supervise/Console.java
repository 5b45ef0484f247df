package io.marketplace.launcher.supervise;

import io.marketplace.launcher.part.PartState;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Prints the parts' progress, one line when a part begins and one when it is ready. */
public final class Console implements Consumer<PartStatus> {
  private final PrintStream out;
  private final long begin = System.nanoTime();
  private final Map<String, PartState> shown = new HashMap<>();

  /** Prints to {@code out}. */
  public Console(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void accept(PartStatus part) {
    if (part.state() == PartState.WAITING || part.state() == shown.put(part.name(), part.state())) {
      return;
    }
    out.println(line(part, (System.nanoTime() - begin) / 1_000_000));
  }

  /** Prints what changed since the last call. */
  public synchronized void show(BoardView view) {
    view.parts().forEach(this);
  }

  static String line(PartStatus part, long elapsedMillis) {
    String took =
        switch (part.state()) {
          case READY, FAILED -> "in " + seconds(part.millis());
          default -> "";
        };
    return "  [%8s] %-18s %-9s %-10s %s"
        .formatted(
            seconds(elapsedMillis),
            part.name(),
            part.state().name().toLowerCase(Locale.ROOT),
            took,
            part.detail())
        .stripTrailing();
  }

  /** Milliseconds as seconds for people. */
  public static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
  }
}

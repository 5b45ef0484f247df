package io.marketplace.launcher.supervise;

import io.marketplace.launcher.home.PrivateFile;
import io.marketplace.launcher.part.PartListener;
import io.marketplace.launcher.part.PartState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The notice board of a running marketplace: each change of a part is written to a file, which the
 * other commands read, and told to one reader.
 */
public final class Board implements PartListener {
  private final Path file;
  private final Consumer<PartStatus> reader;
  private final Map<String, PartStatus> parts = new LinkedHashMap<>();
  private Phase phase = Phase.STARTING;
  private String sentence = "";
  private long millis;

  /** A new board on {@code file}. */
  public Board(Path file, Consumer<PartStatus> reader) {
    this.file = file;
    this.reader = reader;
  }

  @Override
  public synchronized void changed(String part, PartState state, long startMillis, String detail) {
    PartStatus before = parts.get(part);
    if (before != null && before.state() == PartState.FAILED && state == PartState.STOPPED) {
      // Whoever reads the board wants to know which part failed, not that it does not run.
      return;
    }
    long shownMillis =
        state == PartState.STOPPED || state == PartState.DIED
            ? Optional.ofNullable(before).map(PartStatus::millis).orElse(0L)
            : startMillis;
    PartStatus now = new PartStatus(part, state, shownMillis, detail);
    parts.put(part, now);
    reader.accept(now);
    write();
  }

  /**
   * Says where the whole stands.
   *
   * @param tookMillis how long the start took, in milliseconds
   * @param words what to tell the person at the terminal, perhaps empty
   */
  public synchronized void phase(Phase now, long tookMillis, String words) {
    phase = now;
    millis = tookMillis;
    sentence = words;
    write();
  }

  /** Adds words to what is said about a part. */
  public synchronized void remark(String part, String words) {
    PartStatus now = parts.get(part);
    if (now != null) {
      String detail = now.detail().isEmpty() ? words : now.detail() + "; " + words;
      parts.put(part, new PartStatus(part, now.state(), now.millis(), detail));
      write();
    }
  }

  /** Forgets a part that is no longer wanted. */
  public synchronized void forget(String part) {
    parts.remove(part);
    write();
  }

  /** What stands on it now. */
  public synchronized BoardView view() {
    return new BoardView(phase, millis, sentence, List.copyOf(parts.values()));
  }

  private void write() {
    try {
      PrivateFile.write(file, view().format());
    } catch (IOException e) {
      // The board is for show; a full disk is reported by the part that really needs the space.
      reader.accept(new PartStatus("status", PartState.FAILED, 0, String.valueOf(e.getMessage())));
    }
  }
}

package io.marketplace.launcher.supervise;

import io.marketplace.launcher.part.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the board says at one moment.
 *
 * @param millis how long the start took, in milliseconds
 * @param sentence a message for the person at the terminal, perhaps empty
 */
public record BoardView(Phase phase, long millis, String sentence, List<PartStatus> parts) {
  private static final String TAB = "\t";

  /** Keeps a copy of the list. */
  public BoardView {
    parts = List.copyOf(parts);
  }

  /** Reads a board's file; empty when there is none. */
  public static Optional<BoardView> read(Path file) {
    try {
      return Optional.of(parse(Files.readAllLines(file)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  static BoardView parse(List<String> lines) {
    String[] head = lines.getFirst().split(TAB, 3);
    List<PartStatus> parts = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(TAB, 4);
      parts.add(
          new PartStatus(
              cells[0], PartState.valueOf(cells[1]), Long.parseLong(cells[2]), cells[3]));
    }
    return new BoardView(Phase.valueOf(head[0]), Long.parseLong(head[1]), head[2], parts);
  }

  String format() {
    StringBuilder text = new StringBuilder(line(phase.name(), Long.toString(millis), sentence));
    for (PartStatus part : parts) {
      text.append(
          line(part.name(), part.state().name(), Long.toString(part.millis()), part.detail()));
    }
    return text.toString();
  }

  private static String line(String... cells) {
    List<String> clean = new ArrayList<>();
    for (String cell : cells) {
      clean.add(cell.replace('\t', ' ').replace('\n', ' '));
    }
    return String.join(TAB, clean) + "\n";
  }
}

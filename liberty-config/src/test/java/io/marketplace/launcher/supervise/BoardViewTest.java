package io.marketplace.launcher.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.launcher.part.PartState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardViewTest {

  @TempDir private Path folder;

  @Test
  void readsWhatABoardWrote() {
    Path file = folder.resolve("board");
    Board board = new Board(file, part -> {});
    board.changed("postgres", PartState.READY, 900, "127.0.0.1:5544");
    board.changed("portal", PartState.STARTING, 0, "two\nlines\tand a tab");
    board.phase(Phase.READY, 12_000, "warm");

    assertThat(BoardView.read(file))
        .contains(
            new BoardView(
                Phase.READY,
                12_000,
                "warm",
                List.of(
                    new PartStatus("postgres", PartState.READY, 900, "127.0.0.1:5544"),
                    new PartStatus("portal", PartState.STARTING, 0, "two lines and a tab"))));
  }

  @Test
  void aFailedPartStaysFailedWhenTheRestIsStopped() {
    Board board = new Board(folder.resolve("board"), part -> {});
    board.changed("portal", PartState.FAILED, 10, "");
    board.changed("portal", PartState.STOPPED, 0, "");

    assertThat(board.view().parts())
        .extracting(PartStatus::state)
        .containsExactly(PartState.FAILED);
  }

  @Test
  void noBoardReadsAsNothing() {
    assertThat(BoardView.read(folder.resolve("none"))).isEmpty();
  }
}

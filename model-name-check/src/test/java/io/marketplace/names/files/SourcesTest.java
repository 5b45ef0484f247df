package io.marketplace.names.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a folder, with and without git. */
class SourcesTest {

  @TempDir private Path folder;

  private static final class Told implements Visitor {
    final List<String> files = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    @Override
    public void enter(Path base) {}

    @Override
    public void file(SourceFile file, long size) {
      files.add(file.relative());
    }

    @Override
    public void skipped(Skipped each) {
      skipped.add(Path.of(each.shown()).getFileName() + ": " + each.why());
    }

    @Override
    public void note(String sentence) {
      notes.add(sentence);
    }
  }

  private Told visit(boolean everything, Path path) throws UnusableInput {
    Told told = new Told();
    new Sources(everything).visit(path, told);
    return told;
  }

  private void write(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }

  private void git(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(words));
    assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor()).isZero();
  }

  @Test
  void aFolderIsReadInWholeAndLoopsAreNamed() throws Exception {
    write("a/b/c.txt");
    write("d e\nf.txt");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere"));

    Told told = visit(false, folder);

    assertThat(told.files).containsExactlyInAnyOrder("a/b/c.txt", "d e\nf.txt");
    assertThat(told.skipped)
        .containsExactlyInAnyOrder("loop: a symbolic link", "dangling: a symbolic link");
  }

  @Test
  void gitsTrackedFilesAreReadAndNoOthers() throws Exception {
    write("kept.txt");
    write("sub/kept.txt");
    write("gone.txt");
    write("ünïcode.txt");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("kept.txt"));
    git("init", "-q");
    git("add", ".");
    write("untracked.txt");
    Files.delete(folder.resolve("gone.txt"));

    Told told = visit(false, folder);

    assertThat(told.files).containsExactlyInAnyOrder("kept.txt", "sub/kept.txt", "ünïcode.txt");
    assertThat(told.skipped)
        .containsExactlyInAnyOrder(
            "link: a symbolic link", "gone.txt: tracked by git, and not there");
    assertThat(visit(false, folder.resolve("sub")).files).containsExactly("sub/kept.txt");
    assertThat(visit(true, folder).files).contains("untracked.txt");
    assertThat(visit(false, folder.resolve("untracked.txt")).files)
        .containsExactly("untracked.txt");
  }

  @Test
  void aFolderThatGitIgnoresIsReadAndThatIsSaid() throws Exception {
    git("init", "-q");
    write("new/a.txt");

    Told told = visit(false, folder.resolve("new"));

    assertThat(told.files).containsExactly("a.txt");
    assertThat(told.notes).singleElement().asString().contains("git tracks nothing");
  }

  @Test
  void pipesAreNotOpened() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThat(visit(false, folder).skipped).containsExactly("pipe: no regular file");
  }

  @Test
  void aPathThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> visit(false, folder.resolve("nowhere")))
        .isInstanceOf(UnusableInput.class)
        .hasMessageContaining("There is no file or folder");
  }
}

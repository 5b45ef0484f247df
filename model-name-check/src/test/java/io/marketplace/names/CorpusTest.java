package io.marketplace.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.marketplace.names.command.Check;
import io.marketplace.names.command.Settings;
import io.marketplace.names.known.NamesFile;
import io.marketplace.names.report.Located;
import io.marketplace.names.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts what is found in a corpus of many languages. Its names stand between {@code ⟦} and {@code
 * ⟧}, which are taken away before it is read; whatever else is found is false.
 */
class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final double GOAL = 0.98;

  private record Expected(String file, int line, int start, int end, String name) {
    boolean meets(Located found) {
      return found.file().relative().equals(file)
          && found.finding().line() == line
          && found.finding().column() < end
          && found.finding().column() + found.finding().length() > start;
    }
  }

  @Test
  void precisionAndRecall(@TempDir Path copy) throws Exception {
    List<Expected> expected = plant(copy);
    Report report = new Check(Settings.of(List.of(copy)), NamesFile.offline()).run();

    List<String> missed = new ArrayList<>();
    List<Located> wrong = new ArrayList<>(report.found());
    for (Expected each : expected) {
      List<Located> met = wrong.stream().filter(each::meets).toList();
      if (met.isEmpty()) {
        missed.add(each.toString());
      } else {
        wrong.remove(met.getFirst());
      }
    }
    int right = expected.size() - missed.size();
    double recall = (double) right / expected.size();
    double precision = (double) right / (right + wrong.size());

    assertThat(report.skipped()).isEmpty();
    assertThat(expected).hasSizeGreaterThan(300);
    String all =
        "recall %.4f, precision %.4f%nmissed:%n  %s%nwrong:%n  %s"
            .formatted(
                recall,
                precision,
                String.join("\n  ", missed),
                String.join(
                    "\n  ",
                    wrong.stream()
                        .map(
                            each ->
                                each.file().relative()
                                    + ":"
                                    + each.finding().line()
                                    + " "
                                    + each.finding().name()
                                    + " | "
                                    + each.finding().context())
                        .toList()));
    assertThat(recall).as(all).isGreaterThanOrEqualTo(GOAL);
    assertThat(precision).as(all).isGreaterThanOrEqualTo(GOAL);
  }

  private static List<Expected> plant(Path copy) throws IOException {
    List<Expected> expected = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path relative = CORPUS.relativize(file);
        StringBuilder plain = new StringBuilder();
        int line = 0;
        for (String marked : Files.readAllLines(file)) {
          plain.append(strip(relative.toString(), ++line, marked, expected)).append('\n');
        }
        Path target = copy.resolve(relative);
        Files.createDirectories(target.getParent());
        Files.writeString(target, plain);
      }
    }
    return expected;
  }

  private static String strip(String file, int line, String marked, List<Expected> expected) {
    StringBuilder plain = new StringBuilder();
    int start = 0;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == '⟦') {
        start = plain.length();
      } else if (c == '⟧') {
        expected.add(
            new Expected(file, line, start + 1, plain.length() + 1, plain.substring(start)));
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}

package io.marketplace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marketplace.bench.control.UsageCount;
import io.marketplace.bench.drive.Outcome;
import io.marketplace.bench.drive.Percentiles;
import io.marketplace.bench.drive.StreamFigures;
import io.marketplace.bench.drive.Wrong;
import io.marketplace.bench.machine.MachineFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final MachineFacts MACHINE =
      new MachineFacts(2, "a processor", 4096, "Linux", "25");

  private static Cell cell(int round, String contender, long answers, long wrong) {
    Outcome outcome =
        new Outcome(
            answers,
            answers,
            new Wrong(wrong == 0 ? Map.of() : Map.of("status 500", wrong), ""),
            1_000_000_000L,
            new Percentiles(answers, 1_000, 9_000, 10_000),
            StreamFigures.NONE);
    return new Cell(round, "closed-32", contender, outcome, answers * 20, answers * 50, 2_048);
  }

  private static Cell streams(String contender) {
    Percentiles chunks = new Percentiles(100, 300, 4_000, 5_000);
    Outcome outcome =
        new Outcome(
            10,
            10,
            new Wrong(Map.of(), ""),
            2_000_000_000L,
            new Percentiles(10, 2_000_000, 2_000_000, 2_000_000),
            new StreamFigures(chunks, chunks, chunks));
    return new Cell(1, "streams-10x10", contender, outcome, 1_000, 3_000, 2_048);
  }

  private static Run run(List<Cell> cells, UsageCount usage) {
    return new Run(
        "gateway-test",
        Instant.EPOCH,
        MACHINE,
        "3 rounds",
        "nginx",
        cells,
        List.of(new ContenderFacts("nginx", "1.24", 120, 20_480, 22_528)),
        Optional.of(usage),
        0.01);
  }

  @Test
  void aMedianLeavesOutWhatIsNoNumber() {
    assertThat(Median.of(3, 1, Double.NaN, 2)).isEqualTo(new Median(2, 1, 3));
    assertThat(Median.of(4, 1, Double.POSITIVE_INFINITY, 2, 3)).isEqualTo(new Median(2.5, 1, 4));
    assertThat(Median.of()).isEqualTo(new Median(0, 0, 0));
  }

  @Test
  void ratiosAreTakenWithinARound() {
    Summary summary =
        Summary.of(
            List.of(
                cell(1, "nginx", 10_000, 0),
                cell(1, "marketplace", 4_000, 0),
                cell(2, "marketplace", 3_000, 0),
                cell(2, "nginx", 5_000, 0),
                cell(3, "nginx", 20_000, 0),
                cell(3, "marketplace", 4_000, 0)),
            "nginx");
    Row marketplace = summary.rows().get(1);
    assertThat(marketplace.contender()).isEqualTo("marketplace");
    // 0.4, 0.6 and 0.2
    assertThat(marketplace.perSecondRatio().median()).isCloseTo(0.4, within(1e-9));
    assertThat(marketplace.perSecondRatio().least()).isCloseTo(0.2, within(1e-9));
    assertThat(marketplace.perSecondRatio().most()).isCloseTo(0.6, within(1e-9));
    assertThat(marketplace.cpuEach().median()).isCloseTo(20, within(1e-9));
    assertThat(marketplace.residentMiB().median()).isEqualTo(2);
  }

  @Test
  void theTableShowsWhatWasMeasured() {
    Run run =
        run(
            List.of(
                cell(1, "nginx", 10_000, 0),
                cell(1, "marketplace", 3_000, 0),
                streams("nginx"),
                streams("marketplace")),
            new UsageCount(3_000, 3_000));
    assertThat(run.clean()).isTrue();
    assertThat(Markdown.section(run))
        .startsWith("## gateway-test, 1970-01-01 00:00 UTC\n")
        .contains(
            "| closed-32 | marketplace | 3000 | **0.30** (0.30–0.30) | 1.00 | 1.00 | 9.00 | 1.00 |"
                + " 20 | 50 | 2 | 0 |\n")
        .contains(
            "| streams-10x10 | nginx | 0.30 / 4.00 | 0.30 / 4.00 | 0.30 / 4.00 | 10 | 30 | 2 | 0 |\n")
        .contains("| nginx | 1.24 | 0.1 | 20 | 22 |\n")
        .contains("No wrong answer. Usage rows: 3000, one for each answer.");
  }

  @Test
  void wrongAnswersAndMissingUsageAreSaidAloud() {
    Run wrong = run(List.of(cell(1, "nginx", 10, 2)), new UsageCount(10, 10));
    assertThat(wrong.clean()).isFalse();
    assertThat(Markdown.section(wrong)).contains("**2 wrong answers.**");
    Run unbooked = run(List.of(cell(1, "nginx", 10, 0)), new UsageCount(10, 9));
    assertThat(unbooked.clean()).isFalse();
    assertThat(Markdown.section(unbooked)).contains("**Usage rows: 9 for 10 answers.**");
  }

  @Test
  void aContendersWrongAnswersAreShownAndFailNothing() {
    Run run =
        run(List.of(cell(1, "nginx", 10, 0), cell(1, "portkey", 10, 3)), new UsageCount(10, 10));
    assertThat(run.clean()).isTrue();
    assertThat(Markdown.section(run)).contains("**3 wrong answers.**");
  }

  @Test
  void resultsAreAppended(@TempDir Path folder) throws Exception {
    Run run = run(List.of(cell(1, "nginx", 10, 0)), new UsageCount(10, 10));
    Path file = folder.resolve("RESULTS.md");
    Results.append(Markdown.section(run), file);
    Results.append(Markdown.section(run), file);
    String text = Files.readString(file);
    assertThat(text).startsWith("# Results\n").endsWith("\n");
    assertThat(text.split("\n## gateway-test", -1)).hasSize(3);
    assertThat(Files.readString(Results.json(run, folder)))
        .contains("\"perSecondRatio\"", "\"cells\"", "\"booked\" : 10");
  }
}

package io.marketplace.bench.report;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** A run as a section of {@code RESULTS.md}. */
public final class Markdown {

  private Markdown() {}

  /** The section, with a blank line at its end. */
  public static String section(Run run) {
    Formatter text = new Formatter(Locale.ROOT);
    text.format("%s\n", RunName.heading(run.name(), run.started()));
    text.format("\n");
    text.format(
        "%s. %s. Stolen by the hypervisor: %s of all CPU time.\n",
        run.machine().inWords(), run.settings(), percent(run.stolen()));
    text.format("\n");
    plainTable(text, run);
    streamTable(text, run);
    factsTable(text, run);
    text.format("%s\n", verdict(run));
    text.format("\n");
    return text.toString();
  }

  private static void plainTable(Formatter text, Run run) {
    List<Row> rows =
        run.summary().rows().stream().filter(row -> row.streams().chunks() == 0).toList();
    if (rows.isEmpty()) {
      return;
    }
    text.format(
        "| lane | contender | requests/s | ÷ %s (least–most) | p50 ms | ÷ | p99 ms | ÷ |"
            + " CPU µs/request | machine µs/request | RSS MiB | wrong |\n",
        run.reference());
    text.format("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    for (Row row : rows) {
      text.format(
          "| %s | %s | %.0f | **%.2f** (%.2f–%.2f) | %.2f | %.2f | %.2f | %.2f | %.0f | %.0f |"
              + " %.0f | %d |\n",
          row.lane(),
          row.contender(),
          row.perSecond().median(),
          row.perSecondRatio().median(),
          row.perSecondRatio().least(),
          row.perSecondRatio().most(),
          row.p50().median() / 1e3,
          row.p50Ratio().median(),
          row.p99().median() / 1e3,
          row.p99Ratio().median(),
          row.cpuEach().median(),
          row.machineEach().median(),
          row.residentMiB().median(),
          row.wrong());
    }
    text.format("\n");
  }

  private static void streamTable(Formatter text, Run run) {
    List<Row> rows =
        run.summary().rows().stream().filter(row -> row.streams().chunks() > 0).toList();
    if (rows.isEmpty()) {
      return;
    }
    text.format(
        "| lane | contender | TTFT added p50 / p99 ms | gap p50 / p99 ms |"
            + " chunk transit p50 / p99 ms | CPU µs/chunk | machine µs/chunk | RSS MiB | wrong |\n");
    text.format("|---|---|--:|--:|--:|--:|--:|--:|--:|\n");
    for (Row row : rows) {
      StreamRow streams = row.streams();
      text.format(
          "| %s | %s | %.2f / %.2f | %.2f / %.2f | %.2f / %.2f | %.0f | %.0f | %.0f | %d |\n",
          row.lane(),
          row.contender(),
          streams.ttftAddedP50().median() / 1e3,
          streams.ttftAddedP99().median() / 1e3,
          streams.gapP50().median() / 1e3,
          streams.gapP99().median() / 1e3,
          streams.transitP50().median() / 1e3,
          streams.transitP99().median() / 1e3,
          row.cpuEach().median(),
          row.machineEach().median(),
          row.residentMiB().median(),
          row.wrong());
    }
    text.format("\n");
  }

  private static void factsTable(Formatter text, Run run) {
    if (run.facts().isEmpty()) {
      return;
    }
    text.format(
        "| contender | version | start to first answer s | RSS idle MiB | RSS after load MiB |\n");
    text.format("|---|---|--:|--:|--:|\n");
    for (ContenderFacts facts : run.facts()) {
      text.format(
          "| %s | %s | %.1f | %.0f | %.0f |\n",
          facts.name(),
          facts.version(),
          facts.startMillis() / 1e3,
          facts.idleKiB() / 1024.0,
          facts.loadedKiB() / 1024.0);
    }
    text.format("\n");
  }

  private static String verdict(Run run) {
    long wrong = run.cells().stream().mapToLong(cell -> cell.outcome().wrong().count()).sum();
    String answers = wrong == 0 ? "No wrong answer." : "**" + wrong + " wrong answers.**";
    return run.usage()
        .map(
            usage ->
                answers
                    + (usage.agrees()
                        ? " Usage rows: " + usage.booked() + ", one for each answer."
                        : " **Usage rows: "
                            + usage.booked()
                            + " for "
                            + usage.answered()
                            + " answers.**"))
        .orElse(answers);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f%%", share * 100);
  }
}

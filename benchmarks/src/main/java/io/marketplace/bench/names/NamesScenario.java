package io.marketplace.bench.names;

import io.marketplace.bench.machine.MachineFacts;
import io.marketplace.bench.options.Options;
import io.marketplace.bench.problem.BenchFailure;
import io.marketplace.bench.report.Results;
import io.marketplace.bench.report.RunName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code bench names}: the check of model names reads sources that are in the page cache, on one
 * core; ripgrep reads the same with the same literals.
 */
public final class NamesScenario {
  private static final double MEGA = 1e6;

  private static final Map<String, String> OPTIONS = Map.of("--mib", "512", "--rounds", "3");

  private final int mebibytes;
  private final int rounds;
  private final Optional<Path> results;
  private final Path root = Path.of("").toAbsolutePath();

  /**
   * A scenario of these words.
   *
   * @throws BenchFailure for an unknown option or value
   */
  public NamesScenario(List<String> words) {
    Options options = Options.parse(words, OPTIONS);
    mebibytes = options.number("--mib");
    rounds = options.number("--rounds");
    results = options.results();
  }

  /** Measures, prints and writes down. */
  public void run() {
    try {
      Path folder = Files.createTempDirectory("bench-names");
      try {
        String section = measure(folder);
        System.out.print(section);
        results.ifPresent(file -> Results.append(section, file));
      } finally {
        Texts.delete(folder);
      }
    } catch (IOException e) {
      throw new BenchFailure("The texts cannot be read or written: " + e.getMessage(), e);
    }
  }

  private String measure(Path folder) throws IOException {
    long bytes = mebibytes * 1024L * 1024L;
    List<Reader> readers = readers(folder);
    StringBuilder text = new StringBuilder();
    text.append(
        "%s\n\n%s; one core of them used; %d rounds, interleaved, warm files; the programs' start is included.\n\n"
            .formatted(
                RunName.heading("names", Instant.now()), MachineFacts.read().inWords(), rounds));
    text.append("| lane | program | MB/s (least–most) | RSS MiB |\n|---|---|--:|--:|\n");
    lane(text, "sources", Texts.files(root, folder.resolve("sources"), bytes), readers, folder);
    lane(text, "large", Texts.one(root, folder.resolve("large"), bytes), readers, folder);
    return text.append('\n').toString();
  }

  private void lane(
      StringBuilder text, String lane, long bytes, List<Reader> readers, Path folder) {
    List<List<Reader.Pass>> passes = new ArrayList<>();
    readers.forEach(reader -> passes.add(new ArrayList<>()));
    readers.getFirst().read(folder.resolve(lane)); // fills the page cache
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < readers.size(); i++) {
        passes.get(i).add(readers.get(i).read(folder.resolve(lane)));
      }
    }
    for (int i = 0; i < readers.size(); i++) {
      List<Double> speeds =
          passes.get(i).stream().map(pass -> bytes / MEGA / pass.seconds()).sorted().toList();
      long resident = passes.get(i).stream().mapToLong(Reader.Pass::residentKiB).max().orElse(0);
      text.append(
          String.format(
              Locale.ROOT,
              "| %s, %.0f MB | %s | **%.0f** (%.0f–%.0f) | %d |\n",
              lane,
              bytes / MEGA,
              readers.get(i).name(),
              speeds.get(speeds.size() / 2),
              speeds.getFirst(),
              speeds.getLast(),
              resident / 1024));
    }
  }

  /** The check as {@code ./marketplace check-names} starts it, and ripgrep. */
  private List<Reader> readers(Path folder) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> check =
        List.of(
            java,
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + folder.resolve("check.jsa"),
            "-Xlog:disable",
            "-jar",
            jar().toString());
    List<Reader> readers = new ArrayList<>();
    List<String> words = new ArrayList<>(check);
    words.addAll(List.of("--offline", "--all"));
    readers.add(new Reader("check-names", words));
    Path literals = folder.resolve("literals");
    List<String> list = new ArrayList<>(check);
    list.addAll(List.of("--offline", "--list"));
    literals(list, literals);
    ripgrep()
        .ifPresentOrElse(
            rg ->
                readers.add(
                    new Reader(
                        "ripgrep, the same literals",
                        List.of(
                            rg.toString(),
                            "-j1",
                            "-i",
                            "-F",
                            "-c",
                            "--no-ignore",
                            "--hidden",
                            "-f",
                            literals.toString()))),
            () -> System.out.println("ripgrep (rg) is not installed, and left out"));
    return readers;
  }

  private static void literals(List<String> command, Path file) throws IOException {
    try {
      int exit =
          new ProcessBuilder(command)
              .redirectOutput(file.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      if (exit != 0) {
        throw new BenchFailure("check-names --list ended with " + exit + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }

  private Path jar() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve("model-name-check/target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("model-name-check-.*[.]jar"))
          .findFirst()
          .orElseThrow(() -> new BenchFailure("model-name-check is not built."));
    }
  }

  private static Optional<Path> ripgrep() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, "rg"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}

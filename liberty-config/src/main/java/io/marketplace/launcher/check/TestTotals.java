package io.marketplace.launcher.check;

import io.marketplace.launcher.parts.Unpack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How many tests ran, counted from the XML reports that surefire and failsafe write. */
record TestTotals(int tests, int failed, int skipped) {
  static final String UNIT = "surefire-reports";
  static final String INTEGRATION = "failsafe-reports";

  private static final Pattern SUITE = Pattern.compile("<testsuite\\s[^>]*>");
  private static final Pattern NUMBER =
      Pattern.compile("\\s(tests|errors|failures|skipped)=\"(\\d+)\"");

  int passed() {
    return tests - failed - skipped;
  }

  TestTotals plus(TestTotals other) {
    return new TestTotals(tests + other.tests, failed + other.failed, skipped + other.skipped);
  }

  @Override
  public String toString() {
    return "%d passed, %d failed, %d skipped".formatted(passed(), failed, skipped);
  }

  /** Counts the reports of one kind in all modules of a checkout. */
  static TestTotals count(Path root, String reports) throws IOException {
    TestTotals totals = new TestTotals(0, 0, 0);
    for (Path folder : folders(root, reports)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(TestTotals::isReport).toList()) {
          totals = totals.plus(read(Files.readString(file)));
        }
      }
    }
    return totals;
  }

  /** Deletes old reports, so that no test counts that did not run. */
  static void clear(Path root) throws IOException {
    for (String reports : List.of(UNIT, INTEGRATION)) {
      for (Path folder : folders(root, reports)) {
        Unpack.deleteTree(folder);
      }
    }
  }

  static TestTotals read(String xml) {
    Matcher suite = SUITE.matcher(xml);
    if (!suite.find()) {
      return new TestTotals(0, 0, 0);
    }
    int tests = 0;
    int failed = 0;
    int skipped = 0;
    Matcher number = NUMBER.matcher(suite.group());
    while (number.find()) {
      int value = Integer.parseInt(number.group(2));
      switch (number.group(1)) {
        case "tests" -> tests = value;
        case "skipped" -> skipped = value;
        default -> failed += value;
      }
    }
    return new TestTotals(tests, failed, skipped);
  }

  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("TEST-") && name.endsWith(".xml");
  }

  private static List<Path> folders(Path root, String reports) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("target").resolve(reports))
          .filter(Files::isDirectory)
          .toList();
    }
  }
}

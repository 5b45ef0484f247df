package io.marketplace.names.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a report is written. */
public enum Format {
  /** For people, and tools that read {@code file:line:column: …}. */
  TEXT,
  /** Everything, as one object. */
  JSON,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** JUnit's XML, for the test views of build servers. */
  JUNIT;

  /** The format with this name. */
  public static Optional<Format> named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }

  /** The report in this format. */
  public String write(Report report) {
    return switch (this) {
      case TEXT -> TextReport.findings(report);
      case JSON -> JsonReport.of(report);
      case SARIF -> SarifReport.of(report);
      case JUNIT -> JunitReport.of(report);
    };
  }
}

package io.marketplace.names.report;

import io.marketplace.names.scan.Finding;
import java.util.Locale;

/** A report as lines. */
public final class TextReport {
  private static final double MEGA = 1e6;

  private TextReport() {}

  /** What fails, one line each: {@code file:line:column: why}. */
  public static String findings(Report report) {
    StringBuilder text = new StringBuilder();
    for (Located each : report.found()) {
      line(text, place(each) + ": " + each.why());
    }
    for (Fault fault : report.faults()) {
      line(text, fault.file().shown() + ":" + fault.line() + ":1: " + fault.says());
    }
    return text.toString();
  }

  /** What fails nothing and yet is said: excused, excepted, skipped; then the totals. */
  public static String remarks(Report report) {
    StringBuilder text = new StringBuilder();
    report
        .excused()
        .forEach(
            each ->
                each.reason()
                    .ifPresent(
                        reason ->
                            line(
                                text,
                                "excused: %s: %s: %s"
                                    .formatted(
                                        place(each.located()),
                                        each.located().finding().name(),
                                        reason))));
    report
        .excepted()
        .forEach(
            each ->
                line(
                    text,
                    "excepted: %s: %d files: %s"
                        .formatted(each.glob(), each.files(), each.reason())));
    report.skipped().forEach(each -> line(text, "skipped: " + each.shown() + ": " + each.why()));
    report.notes().forEach(each -> line(text, "note: " + each));
    line(text, totals(report));
    return text.toString();
  }

  private static String totals(Report report) {
    long comments = report.excused().stream().filter(each -> each.reason().isPresent()).count();
    return String.format(
        Locale.ROOT,
        "check-names: %d found, %d excused by comments, %d by the baseline; %d files (%.1f MB) read, %d skipped; names: %s",
        report.found().size() + report.more() + report.faults().size(),
        comments,
        report.excused().size() - comments,
        report.files(),
        report.bytes() / MEGA,
        report.skipped().size(),
        report.names());
  }

  private static String place(Located each) {
    Finding finding = each.finding();
    return each.file().shown() + ":" + finding.line() + ":" + finding.column();
  }

  /** A file's name may hold anything, a line's end too. */
  private static void line(StringBuilder text, String line) {
    text.append(line.replaceAll("\\p{Cntrl}", "?")).append('\n');
  }
}

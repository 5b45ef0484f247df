package io.marketplace.names.report;

import io.marketplace.names.files.SourceFile;
import io.marketplace.names.scan.Finding;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A report as SARIF 2.1.0.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">the standard</a>
 */
final class SarifReport {
  private static final String NAME_RULE = "model-name";
  private static final String REASON_RULE = "ignore-without-reason";

  private SarifReport() {}

  static String of(Report report) {
    JsonArrayBuilder results = Json.createArrayBuilder();
    report.found().forEach(each -> results.add(result(each)));
    report
        .faults()
        .forEach(
            each ->
                results.add(
                    result(REASON_RULE, each.says())
                        .add("locations", location(each.file(), region(each.line())))));
    report
        .excused()
        .forEach(each -> results.add(result(each.located()).add("suppressions", excuse(each))));
    JsonObjectBuilder run =
        Json.createObjectBuilder()
            .add("tool", Json.createObjectBuilder().add("driver", driver()))
            .add("columnKind", "unicodeCodePoints")
            .add("originalUriBaseIds", bases(report))
            .add("invocations", Json.createArrayBuilder().add(invocation(report)))
            .add("results", results);
    return JsonReport.pretty(
        Json.createObjectBuilder()
            .add("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            .add("version", "2.1.0")
            .add("runs", Json.createArrayBuilder().add(run))
            .build());
  }

  private static JsonObjectBuilder driver() {
    return Json.createObjectBuilder()
        .add("name", "check-names")
        .add(
            "rules",
            Json.createArrayBuilder()
                .add(
                    rule(
                        NAME_RULE,
                        "Application code names no model",
                        "Applications call an alias; the platform decides which model stands behind it."))
                .add(
                    rule(
                        REASON_RULE,
                        "An excuse gives its reason",
                        "A comment excuses a model's name only with the reason why it must stand there.")));
  }

  private static JsonObjectBuilder rule(String id, String title, String text) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("shortDescription", message(title))
        .add("fullDescription", message(text))
        .add("defaultConfiguration", Json.createObjectBuilder().add("level", "error"));
  }

  private static JsonObjectBuilder result(Located each) {
    Finding finding = each.finding();
    JsonObjectBuilder properties = Json.createObjectBuilder().add("name", finding.name());
    finding.alias().ifPresent(alias -> properties.add("alias", alias));
    return result(NAME_RULE, each.why())
        .add(
            "locations",
            location(
                each.file(),
                region(finding.line())
                    .add("startColumn", finding.column())
                    .add("endColumn", finding.column() + finding.length())))
        .add("properties", properties);
  }

  private static JsonObjectBuilder result(String rule, String text) {
    return Json.createObjectBuilder()
        .add("ruleId", rule)
        .add("level", "error")
        .add("message", message(text));
  }

  private static JsonObjectBuilder region(long line) {
    return Json.createObjectBuilder().add("startLine", line);
  }

  private static JsonArrayBuilder location(SourceFile file, JsonObjectBuilder region) {
    return Json.createArrayBuilder()
        .add(
            Json.createObjectBuilder()
                .add(
                    "physicalLocation",
                    Json.createObjectBuilder()
                        .add(
                            "artifactLocation",
                            Json.createObjectBuilder()
                                .add("uri", relativeUri(file.relative()))
                                .add("uriBaseId", "SRCROOT"))
                        .add("region", region)));
  }

  private static JsonArrayBuilder excuse(Excused each) {
    JsonObjectBuilder item =
        Json.createObjectBuilder().add("kind", each.reason().isPresent() ? "inSource" : "external");
    each.reason().ifPresent(reason -> item.add("justification", reason));
    return Json.createArrayBuilder().add(item);
  }

  private static JsonObjectBuilder invocation(Report report) {
    JsonArrayBuilder notes = Json.createArrayBuilder();
    report
        .skipped()
        .forEach(each -> notes.add(notification("skipped: " + each.shown() + ": " + each.why())));
    report
        .excepted()
        .forEach(
            each ->
                notes.add(
                    notification(
                        "excepted: %s: %d files: %s"
                            .formatted(each.glob(), each.files(), each.reason()))));
    report.notes().forEach(each -> notes.add(notification(each)));
    return Json.createObjectBuilder()
        .add("executionSuccessful", true)
        .add("exitCode", report.clean() ? 0 : 1)
        .add("toolExecutionNotifications", notes);
  }

  private static JsonObjectBuilder notification(String text) {
    return Json.createObjectBuilder().add("level", "note").add("message", message(text));
  }

  private static JsonObjectBuilder message(String text) {
    return Json.createObjectBuilder().add("text", text);
  }

  private static JsonObjectBuilder bases(Report report) {
    Optional<SourceFile> first =
        report.found().stream()
            .map(Located::file)
            .findFirst()
            .or(() -> report.excused().stream().map(each -> each.located().file()).findFirst());
    JsonObjectBuilder base = Json.createObjectBuilder();
    first.ifPresent(
        file -> {
          String uri = file.base().toAbsolutePath().normalize().toUri().toString();
          base.add("uri", uri.endsWith("/") ? uri : uri + "/");
        });
    return Json.createObjectBuilder().add("SRCROOT", base);
  }

  private static String relativeUri(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      return path;
    }
  }
}

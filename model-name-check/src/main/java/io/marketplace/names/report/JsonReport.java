package io.marketplace.names.report;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.Map;

/** A report as one JSON object. */
final class JsonReport {
  private JsonReport() {}

  static String of(Report report) {
    JsonArrayBuilder findings = Json.createArrayBuilder();
    report.found().forEach(each -> findings.add(finding(each)));
    JsonArrayBuilder faults = Json.createArrayBuilder();
    report
        .faults()
        .forEach(
            each ->
                faults.add(
                    Json.createObjectBuilder()
                        .add("file", each.file().shown())
                        .add("line", each.line())
                        .add("why", each.says())));
    JsonArrayBuilder excused = Json.createArrayBuilder();
    report
        .excused()
        .forEach(
            each -> {
              JsonObjectBuilder item = finding(each.located());
              item.add("excusedBy", each.reason().isPresent() ? "comment" : "baseline");
              each.reason().ifPresent(reason -> item.add("reason", reason));
              excused.add(item);
            });
    JsonArrayBuilder skipped = Json.createArrayBuilder();
    report
        .skipped()
        .forEach(
            each ->
                skipped.add(
                    Json.createObjectBuilder().add("file", each.shown()).add("why", each.why())));
    JsonArrayBuilder excepted = Json.createArrayBuilder();
    report
        .excepted()
        .forEach(
            each ->
                excepted.add(
                    Json.createObjectBuilder()
                        .add("glob", each.glob())
                        .add("reason", each.reason())
                        .add("files", each.files())));
    return pretty(
        Json.createObjectBuilder()
            .add("clean", report.clean())
            .add("findings", findings)
            .add("moreFindings", report.more())
            .add("faults", faults)
            .add("excused", excused)
            .add("excepted", excepted)
            .add("skipped", skipped)
            .add("notes", Json.createArrayBuilder(report.notes()))
            .add("files", report.files())
            .add("bytes", report.bytes())
            .add("names", report.names())
            .build());
  }

  private static JsonObjectBuilder finding(Located each) {
    JsonObjectBuilder item =
        Json.createObjectBuilder()
            .add("file", each.file().shown())
            .add("line", each.finding().line())
            .add("column", each.finding().column())
            .add("name", each.finding().name())
            .add("family", each.finding().family());
    each.finding().alias().ifPresentOrElse(a -> item.add("alias", a), () -> item.addNull("alias"));
    return item.add("why", each.why());
  }

  /** The text of {@code json}, in lines. */
  static String pretty(JsonStructure json) {
    StringWriter text = new StringWriter();
    try (JsonWriter writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(json);
    }
    return text.toString().strip() + "\n";
  }
}

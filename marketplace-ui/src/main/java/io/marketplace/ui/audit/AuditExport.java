package io.marketplace.ui.audit;

import io.marketplace.model.audit.ChainedEvent;
import io.marketplace.model.audit.ExportAudit;
import io.marketplace.model.kernel.Csv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Writes the entries of a search with their places in the chain, oldest first; times in UTC. */
enum AuditExport {
  /** A table, for people. */
  CSV("audit.csv", "text/csv; charset=utf-8") {
    @Override
    String head() {
      return Csv.line(
          "sequence",
          "id",
          "time",
          "tenant",
          "actor",
          "subject",
          "address",
          "action",
          "type",
          "thing",
          "changed",
          "before",
          "after",
          "previous",
          "hash");
    }

    @Override
    String line(ChainedEvent event) {
      return Csv.line(
          Long.toString(event.sequence()),
          event.id().toString(),
          event.time(),
          event.tenant().map(Object::toString).orElse(""),
          event.author().name(),
          event.author().subject(),
          event.author().sourceIp().orElse(""),
          event.action(),
          event.subjectType(),
          event.subjectId(),
          Difference.between(event.before(), event.after()).stream()
              .map(Difference::name)
              .collect(Collectors.joining(" ")),
          event.before().words(),
          event.after().words(),
          event.previous(),
          event.hash());
    }
  },
  /** What the hashes are of, for programs. */
  NDJSON("audit.ndjson", "application/x-ndjson") {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(ChainedEvent event) {
      return event.line() + "\n";
    }
  };

  private final String file;
  private final String mediaType;

  AuditExport(String file, String mediaType) {
    this.file = file;
    this.mediaType = mediaType;
  }

  String file() {
    return file;
  }

  String mediaType() {
    return mediaType;
  }

  abstract String head();

  abstract String line(ChainedEvent event);

  void write(ExportAudit.Export events, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write(head());
    events.to(
        event -> {
          try {
            writer.write(line(event));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    writer.flush();
  }
}
